package org.klpls.core.kernel.input;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;
import org.klpls.c.testing.FuzzBounds;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.image.BootImage;
import org.klpls.core.kernel.index.IndexedKernel;
import org.klpls.core.kernel.index.KernelQuestions;

import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * Any file tells of a kernel, or has a problem, soon. Without JAZZER_FUZZ the committed inputs are tried; with it Jazzer makes up
 * more: see docs/testing.md.
 */
class KernelImageFuzzTest {
    private static final Path FILE = Path.of("fuzzed");
    private static final int HEAD = 4096;

    @Timeout(30)
    @FuzzTest(maxDuration = "1h")
    void anyFileTellsOfAKernelOrHasAProblem(byte[] input) {
        FuzzBounds.hold(input.length, () -> read(input));
    }

    /** Reads these bytes as an image, and asks the kernel that they tell of all that there is to ask. */
    static void read(byte[] input) {
        Told told = BootImage.recognises(Arrays.copyOf(input, Math.min(HEAD, input.length)))
                ? ImageInput.readBootImage(FILE, input)
                : ImageInput.readVmlinux(FILE, ElfBytes.of(input));
        assertFalse(told.facts().isEmpty() && told.problems().isEmpty(), "neither facts nor a problem");
        told.facts().map(IndexedKernel::of).ifPresent(KernelQuestions::askEverything);
    }
}
