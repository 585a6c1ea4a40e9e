package org.klpls.c.pp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Kernel files, token for token with gcc. {@code -Dklpls.kernelFiles=500} takes more of them. */
@NeedsRealThings({RealThing.HEADERS, RealThing.SOURCE})
class KernelPreprocessTest {
    private static final List<String> FOLDERS = List.of("kernel", "mm", "fs", "net", "drivers", "lib", "arch/x86");
    private static final int USUAL_SAMPLE = 44;

    @TempDir
    Path temp;

    private static CompileCommand command(Path file) {
        CompileCommand derived = new CompileCommands().find(file, Optional.of(RealThings.headers())).command()
                .orElseThrow();
        List<String> arguments = new ArrayList<>(derived.arguments());
        arguments.add("-I" + file.resolveSibling("."));
        return new CompileCommand(derived.directory(), derived.compiler(), arguments, derived.origin());
    }

    private static List<Path> in(String folder) throws IOException {
        Path root = RealThings.source().resolve(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".c")).sorted().toList();
        }
    }

    /** Compares until as many files as wanted were compiled by gcc; says how many. */
    private int compare(List<Path> files, int wanted, List<String> differences) {
        GccOracle oracle = new GccOracle(temp);
        int compared = 0;
        for (Path file : files) {
            if (compared == wanted) {
                break;
            }
            CompileCommand command = command(file);
            Optional<List<String>> gccs = oracle.gccs(file, command);
            if (gccs.isPresent()) {
                compared++;
                GccOracle.difference(GccOracle.texts(oracle.ours(file, command)), gccs.get())
                        .ifPresent(d -> differences.add(file + " " + d));
            }
        }
        return compared;
    }

    @Test
    void livepatchSourcesHaveGccsTokens() throws IOException {
        List<Path> files = new ArrayList<>(in("samples/livepatch"));
        files.addAll(in("lib/livepatch"));
        List<String> differences = new ArrayList<>();
        int compared = compare(files, files.size(), differences);
        assertEquals(List.of(), differences);
        assertEquals(files.size(), compared);
        assertTrue(compared >= 7, "only " + compared + " files");
    }

    @Test
    void filesFromAllOverTheKernelHaveGccsTokens() throws IOException {
        int wanted = Integer.getInteger("klpls.kernelFiles", USUAL_SAMPLE);
        List<String> differences = new ArrayList<>();
        int compared = 0;
        int folders = 0;
        for (String folder : FOLDERS) {
            List<Path> files = new ArrayList<>(in(folder));
            folders += files.isEmpty() ? 0 : 1;
            java.util.Collections.shuffle(files, new Random(61));
            compared += compare(files, (wanted + FOLDERS.size() - 1) / FOLDERS.size(), differences);
        }
        assertEquals(List.of(), differences);
        assertTrue(compared >= folders * (USUAL_SAMPLE / FOLDERS.size() - 1), "only " + compared + " files");
    }
}
