package org.klpls.core.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.core.kernel.image.SmallVmlinux;
import org.klpls.core.kernel.index.KernelCache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A kernel that a build writes, or a copy that is under way, while it is read. */
class ChangingKernelTest {
    private static final int READINGS = 150;
    private static final String OTHER_BUILD_ID = "ffeeddccbbaa99887766554433221100ffeeddcc";

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenMeanwhileIsToldAndNeverTakenForAKernel() throws IOException, InterruptedException {
        byte[] one = new SmallVmlinux().build();
        byte[] two = new SmallVmlinux().buildId(OTHER_BUILD_ID).build();
        Path file = Files.write(folder.resolve("vmlinux"), one);
        KernelCache cache = new KernelCache(folder.resolve("cache"));
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                for (byte[] content : List.of(one, Arrays.copyOf(one, 5000), two, Arrays.copyOf(two, 9000))) {
                    write(file, content);
                }
            }
        });
        try {
            for (int i = 0; i < READINGS; i++) {
                KernelReading reading = KernelReader.read(List.of(file.toString()), cache);
                assertTrue(reading.kernel().isPresent() || !reading.problems().isEmpty());
                reading.problems().forEach(problem -> {
                    assertTrue(problem.message().startsWith(file.toString()), problem::message);
                    assertTrue(!problem.remedy().isEmpty(), problem::message);
                });
            }
        } finally {
            done.set(true);
            writer.join();
        }
        Files.write(file, two);
        KernelReading after = KernelReader.read(List.of(file.toString()), cache);
        assertEquals(List.of(), after.problems());
        assertEquals(Optional.of(Set.of(OTHER_BUILD_ID)),
                after.kernel().flatMap(k -> k.identity().buildId()).map(Set::of));
        assertEquals(0x8765_4321, after.kernel().flatMap(k -> k.export("kfree")).orElseThrow().crc().orElseThrow());
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
