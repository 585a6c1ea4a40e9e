package org.klpls.core.check;

import org.junit.jupiter.api.Test;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.Outcome;
import org.klpls.core.loader.RunningKernel;
import org.klpls.core.module.LivepatchFixture;
import org.klpls.core.module.LivepatchModule;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LoadedModuleReportTest {
    private final TargetKernel kernel = LivepatchFixture.kernel();
    private final RunningKernel booted = RunningKernel.of(kernel);

    @Test
    void aGoodModuleIsAcceptedAndNothingIsFound() {
        LoadedModuleReport report = load(LivepatchFixture.read(LivepatchFixture.good()), booted);
        assertEquals(Outcome.ACCEPTED, report.load().verdict().outcome());
        assertEquals(1, report.patches().size());
        assertEquals(0, report.report().findings().size(), report.report()::toString);
    }

    /** Verdict and findings are of one load, into the kernel as it is then. */
    @Test
    void theNextModuleIsJudgedInTheKernelThatTheFirstOneIsIn() {
        LivepatchModule module = LivepatchFixture.read(LivepatchFixture.good());
        RunningKernel after = load(module, booted).load().after();
        assertEquals("EEXIST", load(module, after).load().verdict().errno().orElseThrow().name());
    }

    private LoadedModuleReport load(LivepatchModule module, RunningKernel there) {
        return new Checker().load(module, kernel, there);
    }
}
