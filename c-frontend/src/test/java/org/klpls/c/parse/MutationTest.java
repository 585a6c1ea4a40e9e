package org.klpls.c.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.c.text.SourceText;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Real livepatches with one token taken out, doubled, swapped with its neighbour or replaced: gcc judges each. The seed is fixed, so
 * that a failure comes again; {@code -Dklpls.mutations=400 -Dklpls.mutation.seed=1} tries 400 of each source from another one.
 */
@NeedsRealThings({RealThing.HEADERS, RealThing.SOURCE})
class MutationTest {
    private static final long SEED = Long.getLong("klpls.mutation.seed", 20261122);
    private static final int EACH = Integer.getInteger("klpls.mutations", 40);
    private static final List<String> SOURCES = List.of("samples/livepatch/livepatch-sample.c",
            "samples/livepatch/livepatch-shadow-fix1.c", "samples/livepatch/livepatch-callbacks-demo.c",
            "lib/livepatch/test_klp_shadow_vars.c", "lib/livepatch/test_klp_state.c");
    private static final CFrontend FRONTEND = new CFrontend(
            new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache()));

    @Test
    @Timeout(value = 60, unit = MINUTES)
    void oneWrongTokenIsJudgedAsGccJudgesItAndCostsAtMostItsOwnFunction(@TempDir Path folder) throws IOException {
        CompileCommand flags = KernelFlags.ofModule(folder);
        MutationComparison comparison = new MutationComparison(FRONTEND);
        for (String name : SOURCES) {
            Path file = RealThings.source().resolve(name);
            SourceText source = SourceText.of(file, Files.readString(file));
            ParseResult whole = FRONTEND.parse(source, flags);
            Mutants mutants = new Mutants(source, whole.unit(), SEED);
            comparison.compare(source, whole, mutants, mutants.ofOneToken(EACH), flags,
                    Files.createTempDirectory(folder, "mutants"));
        }
        assertEquals("", comparison.differences());
        assertEquals(EACH * SOURCES.size(), comparison.mutants());
        assertTrue(comparison.losers() <= comparison.mutants() / 20,
                comparison.losers() + " of " + comparison.mutants() + " cost more than one function");
    }
}
