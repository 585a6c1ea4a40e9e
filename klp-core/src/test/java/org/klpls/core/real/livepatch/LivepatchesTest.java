package org.klpls.core.real.livepatch;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Livepatches for the stock 6.1. */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.QEMU})
class LivepatchesTest extends LivepatchesAreAccepted {
    LivepatchesTest() {
        super(StockKernel.V6_1, 2);
    }

    Stream<Livepatch> madeByTools() {
        return livepatches().stream().filter(l -> l.style().equals("kpatch") || l.style().equals("klp-build"));
    }

    /** In both tools' modules a replacement has the name of what it replaces. */
    @ParameterizedTest
    @MethodSource("madeByTools")
    void functionsThatAToolLeftAreRead(Livepatch livepatch) {
        List<KlpPatch> patches = LivepatchModule.read(module(livepatch)).module().orElseThrow().toolPatches();
        assertEquals(1, patches.size());
        List<KlpFunc> funcs = patches.getFirst().objects().entries().stream()
                .flatMap(object -> object.funcs().orElseThrow().entries().stream()).toList();
        assertFalse(funcs.isEmpty());
        funcs.forEach(func -> assertEquals(func.oldName().orElseThrow().value(), func.newFunc().orElseThrow().value()));
    }
}
