package org.klpls.c.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.testing.KernelTree;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.text.SourceText;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Files from all over the kernel with one or two tokens wrong, or a line lost, doubled, swapped or cut: gcc judges each.
 * {@code -Dklpls.mutations=400} tries that many of each file, {@code -Dklpls.mutationFiles=20} more files,
 * {@code -Dklpls.mutation.seed=1} others.
 */
@NeedsRealThings({RealThing.HEADERS, RealThing.SOURCE})
class KernelMutationTest {
    private static final long SEED = Long.getLong("klpls.mutation.seed", 20261123);
    private static final int EACH = Integer.getInteger("klpls.mutations", 30);
    private static final int FILES = Integer.getInteger("klpls.mutationFiles", 4);
    /** Longer files take gcc too long. */
    private static final int LONGEST = 60_000;

    private final CFrontend frontend = new CFrontend(
            new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache()));
    private final MutationComparison comparison = new MutationComparison(frontend);

    @Test
    @Timeout(value = 60, unit = MINUTES)
    void whatIsWrongInAFileIsJudgedAsGccJudgesIt(@TempDir Path folder) throws IOException {
        KernelTree tree = KernelTree.v6_1();
        int compared = 0;
        for (Path file : tree.files(SEED)) {
            if (compared == FILES) {
                break;
            }
            SourceText source = SourceText.of(file, Files.readString(file));
            CompileCommand flags = tree.command(file);
            ParseResult whole = frontend.parse(source, flags);
            Mutants mutants = new Mutants(source, whole.unit(), SEED);
            if (source.text().length() < LONGEST && !mutants.areNone() && whole.problems().isEmpty()
                    && GccBatch.accepts(flags, file)) {
                compared++;
                comparison.compare(source, whole, mutants, mutants.ofAllKinds(EACH), flags,
                        Files.createTempDirectory(folder, "mutants"));
            }
        }
        assertEquals("", comparison.differences());
        assertEquals(EACH * FILES, comparison.mutants());
        assertTrue(comparison.losers() <= comparison.mutants() / 10,
                comparison.losers() + " of " + comparison.mutants() + " cost more than one function");
    }
}
