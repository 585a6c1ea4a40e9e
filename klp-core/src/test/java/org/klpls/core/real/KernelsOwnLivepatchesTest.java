package org.klpls.core.real;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.loader.Verdict;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.testing.kernel.BuiltModule;
import org.klpls.core.testing.kernel.KernelModuleBuild;
import org.klpls.core.testing.kernel.Outcome;
import org.klpls.core.testing.kernel.RealKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.klpls.core.loader.Outcome.ACCEPTED;

/** The samples and self-tests of the kernel's livepatch core: good livepatches, so nothing may be found in them. */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.SOURCE, RealThing.QEMU})
class KernelsOwnLivepatchesTest {
    private static final Map<BuiltModule, Outcome> KERNEL = new HashMap<>();

    @BeforeAll
    static void askTheKernel() {
        List<Outcome> outcomes = RealKernel.stock().load(modules().stream().map(BuiltModule::ko).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            KERNEL.put(modules().get(i), outcomes.get(i));
        }
    }

    static List<BuiltModule> modules() {
        return KernelModuleBuild.kernelsOwn();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void kernelAcceptsIt(BuiltModule module) {
        Outcome outcome = Optional.ofNullable(KERNEL.get(module)).orElseThrow();
        assertTrue(outcome.accepted(), outcome::toString);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void nothingIsFoundInItsSource(BuiltModule module) {
        assertEquals(List.of(), Klpls.check(module.source()));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void nothingIsFoundInSourceAndModule(BuiltModule module) {
        assertEquals(List.of(), Klpls.check(module.source(), module.ko()));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void sourceAndModuleTellTheSameTables(BuiltModule module) throws IOException {
        List<String> tables = Klpls.tablesOfSource(module.source());
        assertEquals(tables, Klpls.tablesOfModule(module.ko()));
        boolean isLivepatch = LivepatchModule.read(module.ko()).module().orElseThrow().isMarkedLivepatch();
        assertEquals(isLivepatch, !tables.isEmpty(), tables::toString);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void verifySaysAccepted(BuiltModule module) {
        Verdict verdict = Klpls.verify(module.ko());
        assertEquals(ACCEPTED, verdict.outcome(), verdict::toString);
        assertEquals(List.of(), verdict.kernelMessages());
    }
}
