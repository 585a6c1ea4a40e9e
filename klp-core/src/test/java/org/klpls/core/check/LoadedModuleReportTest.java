package org.klpls.core.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.Outcome;
import org.klpls.core.loader.RunningKernel;
import org.klpls.core.module.LivepatchFixture;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.rule.Finding;

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

    @Test
    void aStateOfAnEnabledLivepatchThatThisOneLacksIsTold() {
        RunningKernel after = load(LivepatchFixture.read(withState("first")), booted).load().after();
        ElfDraft replacing = named("second");
        replacing.section(".data").data[24] = 1;
        assertEquals(List.of("klp-state-incompatible"), codes(load(LivepatchFixture.read(replacing), after)));
    }

    private static List<String> codes(LoadedModuleReport report) {
        return report.report().findings().stream().map(Finding::code).toList();
    }

    private static ElfDraft named(String name) {
        ElfDraft draft = LivepatchFixture.good();
        LivepatchFixture.setModinfo(draft, "name", "name=" + name);
        byte[] struct = draft.section(".gnu.linkonce.this_module").data;
        Arrays.fill(struct, 24, 24 + 56, (byte) 0);
        System.arraycopy(name.getBytes(StandardCharsets.ISO_8859_1), 0, struct, 24, name.length());
        return draft;
    }

    /** One of id 7, behind everything else in .data. */
    private static ElfDraft withState(String name) {
        ElfDraft draft = named(name);
        ElfDraft.Section data = draft.section(".data");
        int at = data.data.length;
        data.data = Arrays.copyOf(data.data, at + 48);
        data.data[at] = 7;
        List<ElfDraft.Entry> entries = draft.section(".rela.data").relas();
        entries.add(new ElfDraft.Entry(0, LivepatchFixture.ABS64, draft.symbolIndex("patch"), at));
        draft.section(".rela.data").relas(entries);
        return draft;
    }

    private LoadedModuleReport load(LivepatchModule module, RunningKernel there) {
        return new Checker().load(module, kernel, there);
    }
}
