package org.klpls.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A process that may not have as much memory as its files need says so in one line. */
@NeedsRealThings(RealThing.KERNEL)
class ScarceMemoryTest {
    @TempDir
    private Path cache;

    @Test
    void aKernelThatDoesNotFitIntoTheHeapIsOneLineAndStatusThree() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-Xmx24m", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "kernel", "info",
                RealThings.vmlinuz().toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        builder.redirectError(cache.resolve("standard-error").toFile());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        List<String> said = java.nio.file.Files.readAllLines(cache.resolve("standard-error")).stream()
                .filter(line -> !line.startsWith("SLF4J")).toList();
        assertEquals(1, said.size(), said.toString());
        assertTrue(said.getFirst().startsWith("klpls: these files need more memory than this process may have, "),
                said.toString());
        assertEquals(3, status);
        assertEquals("", out);
    }
}
