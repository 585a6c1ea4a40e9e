package org.klpls.c.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RealThingsTest {
    @TempDir
    Path folder;

    @Test
    @NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.SOURCE})
    void imageAndHeadersAndSourceAreOfOneKernel() {
        assertTrue(Files.isRegularFile(RealThings.vmlinuz()));
        assertTrue(Files.isRegularFile(RealThings.headers().resolve("Module.symvers")));
        assertTrue(Files.isRegularFile(RealThings.source().resolve("samples/livepatch/livepatch-sample.c")));
        assertEquals(RealThings.fetched("kernel.version"), RealThings.fetched("headers.version"));
        assertEquals(RealThings.fetched("kernel.version"), RealThings.fetched("source.version"));
    }

    @Test
    void scriptSaysInOneLineWhatIsMissingAndTheCommandThatEnablesIt() throws Exception {
        Run run = fetch("kernel");
        assertEquals(3, run.status(), () -> run.lines().toString());
        assertTrue(run.lines().getLast().matches("kernel: .*apt.*; enable with: .+"), run.lines().getLast());
    }

    @Test
    void scriptRefusesAPartItDoesNotKnow() throws Exception {
        Run run = fetch("kernle");
        assertEquals(2, run.status());
        assertEquals(List.of("fetch.sh: no such part: kernle (try --help)"), run.lines());
    }

    private record Run(int status, List<String> lines) {}

    /** Runs the script on a machine without apt: PATH holds only what the script itself uses. */
    private Run fetch(String part) throws IOException, InterruptedException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : List.of("bash", "dirname", "basename", "mkdir", "flock", "sed", "grep", "id")) {
            Path there = Files.writeString(bin.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path script = RealThings.projectRoot().resolve(".ci/real-things/fetch.sh");
        ProcessBuilder builder = new ProcessBuilder("/usr/bin/bash", script.toString(), part).redirectErrorStream(true);
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("KLPLS_REAL_THINGS", folder.resolve("cache").toString());
        Process process = builder.start();
        try (var reader = process.inputReader()) {
            List<String> lines = reader.lines().toList();
            return new Run(process.waitFor(), lines);
        }
    }
}
