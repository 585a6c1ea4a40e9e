package org.klpls.core.kernel.image;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.klpls.c.testing.FuzzBounds;
import org.klpls.core.elf.ElfBytes;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * In any bytes kallsyms is found or not, soon. Without JAZZER_FUZZ the committed inputs are tried; with it Jazzer makes up more:
 * see docs/testing.md.
 */
class KallsymsFuzzTest {
    private static final long RODATA = 0xffffffff82000000L;

    @Timeout(30)
    @FuzzTest(maxDuration = "1h")
    void anyBytesHaveKallsymsOrNot(byte[] input) {
        FuzzBounds.hold(input.length, () -> {
            KernelMemory memory = KernelMemory
                    .of(List.of(new KernelMemory.Region(".rodata", RODATA, ElfBytes.of(input))));
            Kallsyms.find(memory).ifPresent(entries -> assertTrue(entries.size() <= input.length));
        });
    }
}
