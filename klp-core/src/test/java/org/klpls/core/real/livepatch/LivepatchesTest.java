package org.klpls.core.real.livepatch;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.loader.Verdict;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.testing.kernel.Outcome;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Livepatches of all styles, built for the stock 6.1: the kernel takes them, and klpls finds nothing wrong. */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.QEMU})
class LivepatchesTest {
    private static final int OF_EACH_STYLE = 2;

    @TempDir
    static Path folder;

    private static final OnOneKernel KERNEL = new OnOneKernel(StockKernel.V6_1, Livepatch.sample(OF_EACH_STYLE));

    @BeforeAll
    static void askTheKernel() {
        KERNEL.buildAndLoad(folder);
    }

    static List<Livepatch> livepatches() {
        return KERNEL.livepatches();
    }

    @ParameterizedTest
    @MethodSource("livepatches")
    void kernelAcceptsIt(Livepatch livepatch) {
        Outcome outcome = KERNEL.outcome(livepatch);
        assertTrue(outcome.accepted(), outcome::toString);
    }

    @ParameterizedTest
    @MethodSource("livepatches")
    void nothingIsFoundInSourceAndModule(Livepatch livepatch) {
        assertEquals(List.of(), KERNEL.check(KERNEL.built().folder(livepatch)));
    }

    @ParameterizedTest
    @MethodSource("livepatches")
    void nothingIsFoundInTheModuleAlone(Livepatch livepatch) {
        assertEquals(List.of(), KERNEL.check(KERNEL.built().module(livepatch)));
    }

    @ParameterizedTest
    @MethodSource("livepatches")
    void verifySaysAccepted(Livepatch livepatch) {
        Verdict verdict = KERNEL.verify(KERNEL.built().module(livepatch));
        assertEquals(org.klpls.core.loader.Outcome.ACCEPTED, verdict.outcome(), verdict::toString);
    }

    static Stream<Livepatch> madeByTools() {
        return KERNEL.livepatches().stream().filter(l -> l.style().equals("kpatch") || l.style().equals("klp-build"));
    }

    /** In both tools' modules a replacement has the name of what it replaces. */
    @ParameterizedTest
    @MethodSource("madeByTools")
    void functionsThatAToolLeftAreRead(Livepatch livepatch) {
        List<KlpPatch> patches = LivepatchModule.read(KERNEL.built().module(livepatch)).module().orElseThrow()
                .toolPatches();
        assertEquals(1, patches.size());
        List<KlpFunc> funcs = patches.getFirst().objects().entries().stream()
                .flatMap(object -> object.funcs().orElseThrow().entries().stream()).toList();
        assertFalse(funcs.isEmpty());
        funcs.forEach(func -> assertEquals(func.oldName().orElseThrow().value(), func.newFunc().orElseThrow().value()));
    }
}
