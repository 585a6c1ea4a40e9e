package org.klpls.core.loader;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.module.LivepatchFixture;
import org.klpls.core.module.LivepatchModule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.klpls.core.module.LivepatchFixture.ABS64;
import static org.klpls.core.module.LivepatchFixture.PC32;

/** Several modules, one after the other. */
class RunningKernelTest {
    private static final int OBJECT_NAME = 48 + 16;
    private static final int STATES = 0;

    @Test
    void aNameIsForOneModule() {
        RunningKernel.Load first = booted().load(read(LivepatchFixture.good()));
        Verdict second = first.after().load(read(LivepatchFixture.good())).verdict();
        assertEquals(Outcome.ACCEPTED, first.verdict().outcome());
        assertEquals(Optional.of(Errno.EEXIST), second.errno());
    }

    @Test
    void whatIsRefusedIsNotThere() {
        ElfDraft bad = named("bad", "no_such_function");
        RunningKernel.Load first = booted().load(read(bad));
        assertEquals(Outcome.REJECTED, first.verdict().outcome());
        assertEquals(Outcome.REJECTED, first.after().load(read(bad)).verdict().outcome());
        assertEquals(Optional.of(Errno.EINVAL), first.after().load(read(bad)).verdict().errno());
    }

    @Test
    void ofTwoPatchesForOneFunctionTheLaterRuns() {
        RunningKernel with = booted().load(read(LivepatchFixture.good())).after();
        Verdict verdict = with.load(read(named("second", "cmdline_proc_show"))).verdict();
        assertEquals(Outcome.ACCEPTED, verdict.outcome());
        assertEquals(
                List.of("cmdline_proc_show of vmlinux is patched by fixture too: second's runs; once that is disabled,"
                        + " fixture's again"),
                steps(verdict, Stage.TRANSITION));
    }

    @Test
    void aReplacingPatchTakesThePlaceOfAllBefore() {
        RunningKernel with = booted().load(read(LivepatchFixture.good())).after();
        ElfDraft draft = named("second", "native_sched_clock_traced");
        draft.section(".data").data[24] = 1;
        Verdict verdict = with.load(read(draft)).verdict();
        assertEquals(List.of("replaces fixture, which can be unloaded then; original again: cmdline_proc_show"),
                steps(verdict, Stage.TRANSITION));
    }

    @Test
    void aStateThatTheNewPatchDoesNotKnowIsNotReplaced() {
        RunningKernel with = booted().load(read(withState(LivepatchFixture.good(), 7, 2))).after();
        ElfDraft older = withState(named("second", "cmdline_proc_show"), 7, 1);
        assertEquals(List
                .of("livepatch: Livepatch patch (second) is not compatible with the already installed livepatches."),
                with.load(read(older)).verdict().kernelMessages());
        ElfDraft newer = withState(named("second", "cmdline_proc_show"), 7, 2);
        assertEquals(Outcome.ACCEPTED, with.load(read(newer)).verdict().outcome());
        ElfDraft without = named("second", "cmdline_proc_show");
        assertEquals(Outcome.ACCEPTED, with.load(read(without)).verdict().outcome());
        without.section(".data").data[24] = 1;
        assertEquals(Optional.of(Errno.EINVAL), with.load(read(without)).verdict().errno());
    }

    @Test
    void aModuleThatAPatchFitsIsPatchedWhenItComes() {
        RunningKernel.Load patch = booted().load(read(forTarget("target_func")));
        assertEquals(Outcome.ACCEPTED, patch.verdict().outcome());
        Verdict target = patch.after().load(read(target())).verdict();
        assertEquals(Outcome.ACCEPTED, target.outcome(), target::toString);
        assertEquals(List.of("fixture patches it"), steps(target, Stage.FINALIZE));
    }

    @Test
    void aModuleThatAPatchDoesNotFitIsRefused() {
        RunningKernel after = booted().load(read(forTarget("no_such"))).after();
        Verdict target = after.load(read(target())).verdict();
        assertEquals(Optional.of(Errno.EINVAL), target.errno());
        assertEquals(List.of("livepatch: symbol 'no_such' not found in symbol table",
                "livepatch: failed to initialize patch 'fixture' for module 'target' (-22)",
                "livepatch: patch 'fixture' failed for module 'target', refusing to load module 'target'"),
                target.kernelMessages());
    }

    @Test
    void aFunctionOfAModuleThatIsNotTracedIsRefusedWhenTheModuleComes() {
        RunningKernel after = booted().load(read(forTarget("untraced"))).after();
        assertEquals(List.of("livepatch: failed to find location for function 'untraced'",
                "livepatch: failed to apply patch 'fixture' to module 'target' (-22)",
                "livepatch: patch 'fixture' failed for module 'target', refusing to load module 'target'"),
                after.load(read(target())).verdict().kernelMessages());
    }

    @Test
    void aModuleThatIsThereIsPatchedAtOnce() {
        RunningKernel with = booted().with(read(target()));
        assertEquals(List.of("target_func of target -> klpp_cmdline_proc_show()"),
                steps(with.load(read(forTarget("target_func"))).verdict(), Stage.ENABLE));
        assertEquals(Optional.of(Errno.EINVAL), with.load(read(forTarget("no_such"))).verdict().errno());
    }

    @Test
    void aNamespaceMustBeImported() {
        TargetKernel kernel = LivepatchFixture.kernelWith("@export seq_printf vmlinux all A_NAMESPACE 33333333\n");
        Verdict refused = RunningKernel.of(kernel).load(read(LivepatchFixture.good())).verdict();
        assertEquals(
                List.of("fixture: module uses symbol (seq_printf) from namespace A_NAMESPACE, but does not import it.",
                        "fixture: Unknown symbol seq_printf (err -22)"),
                refused.kernelMessages());
        assertEquals(Optional.of(Errno.EINVAL), refused.errno());
        ElfDraft importing = LivepatchFixture.good();
        LivepatchFixture.setModinfo(importing, "import_ns", "import_ns=A_NAMESPACE");
        assertEquals(Outcome.ACCEPTED, RunningKernel.of(kernel).load(read(importing)).verdict().outcome());
        TargetKernel old = LivepatchFixture
                .kernelWith("@export seq_printf vmlinux all A_NAMESPACE 33333333\n@release 5.3.0-fixture\n");
        assertEquals(Outcome.ACCEPTED, RunningKernel.of(old).load(read(LivepatchFixture.good())).verdict().outcome());
    }

    @Test
    void aSymbolThatAnotherModuleExportsIsResolvedAndNotExportedTwice() {
        ElfDraft exporter = target();
        exportTargetFunc(exporter);
        ElfDraft user = LivepatchFixture.good();
        user.symbol("target_func", 0x10, 0, 0, 0);
        assertEquals(List.of("fixture: Unknown symbol target_func (err -2)"),
                booted().load(read(user)).verdict().kernelMessages());
        RunningKernel with = booted().with(read(exporter));
        Verdict verdict = with.load(read(user)).verdict();
        assertEquals(Outcome.ACCEPTED, verdict.outcome(), verdict::toString);
        assertTrue(verdict.events().stream().anyMatch(SymbolEvent.OfModule.class::isInstance));
        ElfDraft again = rename(exporter, "again");
        assertEquals(List.of("again: exports duplicate symbol target_func (owned by target)"),
                with.load(read(again)).verdict().kernelMessages().stream().filter(m -> m.startsWith("again: ex"))
                        .toList());
    }

    @Test
    void aProprietaryModulesSymbolsAreNotForUsersOfGplOnlyOnes() {
        ElfDraft exporter = target();
        LivepatchFixture.setModinfo(exporter, "license", "license=Proprietary");
        exportTargetFunc(exporter);
        ElfDraft user = LivepatchFixture.good();
        user.symbol("target_func", 0x10, 0, 0, 0);
        Verdict verdict = booted().with(read(exporter)).load(read(user)).verdict();
        assertEquals(List.of(
                "fixture: module using GPL-only symbols uses symbols target_func from proprietary module target.",
                "fixture: Unknown symbol target_func (err -2)"), verdict.kernelMessages());
        assertEquals(Optional.of(Errno.ENOENT), verdict.errno());
    }

    private static void exportTargetFunc(ElfDraft draft) {
        draft.section("__ksymtab", SectionHeader.SHT_PROGBITS, SectionHeader.SHF_ALLOC).data(new byte[12]);
        draft.symbol("__ksymtab_target_func", 0x10, draft.index("__ksymtab"), 0, 12);
        draft.section("__ksymtab_strings", SectionHeader.SHT_PROGBITS, SectionHeader.SHF_ALLOC)
                .data("target_func\0".getBytes(StandardCharsets.US_ASCII));
        int name = draft.symbol("__kstrtab_target_func", 0, draft.index("__ksymtab_strings"), 0, 0);
        draft.relocations(".rela__ksymtab", 0, "__ksymtab").relas(List.of(new ElfDraft.Entry(4, PC32, name, 0)));
    }

    private static RunningKernel booted() {
        return RunningKernel.of(LivepatchFixture
                .kernelWith("vmlinux ffffffff81005000 t native_sched_clock_traced yes text 64\n"));
    }

    private static LivepatchModule read(ElfDraft draft) {
        return LivepatchFixture.read(draft);
    }

    private static List<String> steps(Verdict verdict, Stage stage) {
        return verdict.steps().stream().filter(s -> s.stage() == stage).map(Step::what).toList();
    }

    /** The good livepatch under another name, for another function. */
    private static ElfDraft named(String name, String function) {
        ElfDraft draft = rename(LivepatchFixture.good(), name);
        int text = LivepatchFixture.addString(draft, function);
        draft.section(".rela.data").changeRela(4, r -> r.plus(text));
        return draft;
    }

    private static ElfDraft rename(ElfDraft draft, String name) {
        LivepatchFixture.setModinfo(draft, "name", "name=" + name);
        byte[] struct = draft.section(".gnu.linkonce.this_module").data;
        Arrays.fill(struct, 24, 24 + 56, (byte) 0);
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, struct, 24, bytes.length);
        return draft;
    }

    /** The good livepatch, for a function of the module target. */
    private static ElfDraft forTarget(String function) {
        ElfDraft draft = named("fixture", function);
        int text = LivepatchFixture.addString(draft, "target");
        List<ElfDraft.Entry> entries = draft.section(".rela.data").relas();
        entries.add(new ElfDraft.Entry(OBJECT_NAME, ABS64, entries.get(4).symbol(), text));
        draft.section(".rela.data").relas(entries);
        return draft;
    }

    /** A module with a traced and an untraced function, and nothing of a livepatch. */
    private static ElfDraft target() {
        ElfDraft draft = rename(LivepatchFixture.good(), "target");
        LivepatchFixture.setModinfo(draft, "livepatch", "");
        draft.sections.removeIf(s -> s.name.startsWith(".klp.rela"));
        byte[] text = draft.section(".text").data;
        Arrays.fill(text, (byte) 0x90);
        draft.section(".rela.text").relas(List.of());
        draft.section(".rela.data").relas(List.of());
        draft.symbols.removeIf(s -> s.name.equals("klp_enable_patch") || s.name.startsWith(".klp.sym."));
        int function = draft.symbol("target_func", 0x12, draft.index(".text"), 0x30, 16);
        draft.symbol("untraced", 0x12, draft.index(".text"), 0x10, 16);
        text[0x30] = (byte) 0xe8;
        draft.section("__mcount_loc", SectionHeader.SHT_PROGBITS, SectionHeader.SHF_ALLOC).data(new byte[8]);
        draft.relocations(".rela__mcount_loc", 0, "__mcount_loc")
                .relas(List.of(new ElfDraft.Entry(0, ABS64, function, 0)));
        return draft;
    }

    /** states: one of this id and version, behind everything else in .data. */
    private static ElfDraft withState(ElfDraft draft, int id, int version) {
        ElfDraft.Section data = draft.section(".data");
        int at = data.data.length;
        data.data = Arrays.copyOf(data.data, at + 48);
        data.data[at] = (byte) id;
        data.data[at + 8] = (byte) version;
        List<ElfDraft.Entry> entries = draft.section(".rela.data").relas();
        entries.add(new ElfDraft.Entry(STATES, ABS64, draft.symbolIndex("patch"), at));
        draft.section(".rela.data").relas(entries);
        return draft;
    }
}
