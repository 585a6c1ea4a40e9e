package org.klpls.c.pp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.testing.KernelTree;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.text.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Kernel files that gcc compiles with Debian's configuration: the tokens are gcc's, and not one problem is found.
 * {@code -Dklpls.kernelFiles=400} takes that many instead of a sample, {@code -Dklpls.kernelFolders=fs,net} others or fewer folders,
 * {@code -Dklpls.kernelSeed=7} other files of them.
 */
@NeedsRealThings({RealThing.HEADERS, RealThing.SOURCE, RealThing.HEADERS_6_12, RealThing.SOURCE_6_12})
class KernelPreprocessTest {
    private static final List<String> FOLDERS = List
            .of(System.getProperty("klpls.kernelFolders", String.join(",", KernelTree.FOLDERS)).split(","));
    private static final int USUAL_SAMPLE = 28;
    private static final int SEED = Integer.getInteger("klpls.kernelSeed", 61);

    @TempDir
    Path temp;

    private final List<String> differences = new ArrayList<>();

    /** Compares until as many files as wanted were compiled by gcc; says how many. */
    private int compare(KernelTree tree, List<Path> files, int wanted) {
        GccOracle oracle = new GccOracle(temp);
        int compared = 0;
        for (Path file : files) {
            if (compared == wanted) {
                break;
            }
            CompileCommand command = tree.command(file);
            Optional<List<String>> gccs = oracle.gccs(file, command);
            if (gccs.isPresent() && oracle.compiles(file, command)) {
                compared++;
                compare(file, oracle.ours(file, command), gccs.get());
            }
        }
        return compared;
    }

    private void compare(Path file, Preprocessed ours, List<String> gccs) {
        GccOracle.difference(GccOracle.texts(ours), gccs).ifPresent(it -> differences.add(file + " " + it));
        CFrontend.parse(ours).problems().stream().filter(it -> it.severity() == Problem.Severity.ERROR).limit(3)
                .forEach(it -> differences.add(file + " " + it.message() + " at " + it.where()
                        .map(where -> where.source().path() + ":" + (where.start().line() + 1)).orElse("")));
    }

    private int compareSample(KernelTree tree, int wanted) throws IOException {
        int compared = 0;
        int inFolder = (wanted + FOLDERS.size() - 1) / FOLDERS.size();
        for (String folder : FOLDERS) {
            List<Path> files = new ArrayList<>(tree.in(folder));
            Collections.shuffle(files, new Random(SEED));
            compared += compare(tree, files, inFolder);
        }
        return compared;
    }

    @Test
    void livepatchSourcesHaveGccsTokens() throws IOException {
        KernelTree tree = KernelTree.v6_1();
        List<Path> files = new ArrayList<>(tree.in("samples/livepatch"));
        files.addAll(tree.in("lib/livepatch"));
        int compared = compare(tree, files, files.size());
        assertEquals(List.of(), differences);
        assertEquals(files.size(), compared);
        assertTrue(compared >= 7, "only " + compared + " files");
    }

    @Test
    void filesFromAllOverTheKernelHaveGccsTokens() throws IOException {
        int wanted = Integer.getInteger("klpls.kernelFiles", USUAL_SAMPLE);
        int compared = compareSample(KernelTree.v6_1(), wanted);
        assertEquals("", String.join("\n", differences));
        assertTrue(compared >= wanted, "only " + compared + " files");
    }

    @Test
    void filesOfANewerKernelHaveGccsTokens() throws IOException {
        int wanted = Integer.getInteger("klpls.kernelFiles", USUAL_SAMPLE) / 4;
        int compared = compareSample(KernelTree.v6_12(), wanted);
        assertEquals("", String.join("\n", differences));
        assertTrue(compared >= wanted, "only " + compared + " files");
    }
}
