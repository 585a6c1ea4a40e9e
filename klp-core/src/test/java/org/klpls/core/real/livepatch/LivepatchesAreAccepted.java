package org.klpls.core.real.livepatch;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.core.loader.Verdict;
import org.klpls.core.testing.kernel.Outcome;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Livepatches of all styles, built for one kernel: it takes them, and klpls finds nothing wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LivepatchesAreAccepted {
    private final OnOneKernel kernel;

    /** @param ofEachStyle how many are taken where not all are asked for */
    LivepatchesAreAccepted(StockKernel kernel, int ofEachStyle) {
        this.kernel = new OnOneKernel(kernel, Livepatch.sample(ofEachStyle));
    }

    @BeforeAll
    void askTheKernel(@TempDir Path folder) {
        kernel.buildAndLoad(folder);
    }

    List<Livepatch> livepatches() {
        return kernel.livepatches();
    }

    Path module(Livepatch livepatch) {
        return kernel.built().module(livepatch);
    }

    @ParameterizedTest
    @MethodSource("livepatches")
    void kernelAcceptsIt(Livepatch livepatch) {
        Outcome outcome = kernel.outcome(livepatch);
        assertTrue(outcome.accepted(), outcome::toString);
    }

    @ParameterizedTest
    @MethodSource("livepatches")
    void nothingIsFoundInSourceAndModule(Livepatch livepatch) {
        assertEquals(List.of(), kernel.check(kernel.built().folder(livepatch)));
    }

    @ParameterizedTest
    @MethodSource("livepatches")
    void nothingIsFoundInTheModuleAlone(Livepatch livepatch) {
        assertEquals(List.of(), kernel.check(module(livepatch)));
    }

    @ParameterizedTest
    @MethodSource("livepatches")
    void verifySaysAccepted(Livepatch livepatch) {
        Verdict verdict = kernel.verify(module(livepatch));
        assertEquals(org.klpls.core.loader.Outcome.ACCEPTED, verdict.outcome(), verdict::toString);
    }
}
