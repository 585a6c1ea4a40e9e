package org.klpls.core.loader;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.module.LivepatchFixture;
import org.klpls.core.rule.Skipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.klpls.core.module.LivepatchFixture.ABS32S;
import static org.klpls.core.module.LivepatchFixture.PC32;
import static org.klpls.core.module.LivepatchFixture.PLT32;

/** What init functions come to, each seen on kernel 6.1 with a module whose C does the same. */
class InitFunctionTest {
    private static final int INIT = 0x20;
    private static final String CALL = "e8 00000000";
    private static final String PATCH_TO_RDI = "48c7c7 00000000";
    private static final String RETURN = "c3";

    @Test
    void anErrorOfItsOwnIsTheLoads() {
        Verdict verdict = verify(init("b8 f0ffffff c3"));
        assertEquals(Optional.of(Errno.EBUSY), verdict.errno());
        assertEquals(Stage.INIT, verdict.stage());
    }

    @Test
    void anErrorAfterEnablingCrashes() {
        ElfDraft draft = calling(PATCH_TO_RDI + CALL + "b8 f0ffffff c3", 0);
        assertEvent(verify(draft), Outcome.UNSAFE, InitEvent.FailsAfterEnable.class);
    }

    @Test
    void anErrorOnlyWhereEnablingFailedIsNone() {
        // test %eax,%eax; jne +1; ret; mov $-16,%eax; ret
        ElfDraft draft = calling(PATCH_TO_RDI + CALL + "85c0 7501 c3 b8f0ffffff c3", 0);
        assertEquals(Outcome.ACCEPTED, verify(draft).outcome());
        Verdict refused = verify(missingFunction(draft));
        assertEquals(Optional.of(Errno.EBUSY), refused.errno());
        assertEquals(List.of("livepatch: symbol 'no_such' not found in symbol table"), refused.kernelMessages());
    }

    @Test
    void anErrorThatIsIgnoredLeavesAModuleThatPatchesNothing() {
        ElfDraft draft = missingFunction(calling(PATCH_TO_RDI + CALL + "31c0 c3", 0));
        assertEvent(verify(draft), Outcome.UNSAFE, InitEvent.FailureIgnored.class);
    }

    @Test
    void enablingTwiceCrashes() {
        ElfDraft draft = calling(PATCH_TO_RDI + CALL + PATCH_TO_RDI + CALL + RETURN, 0, 12);
        assertEvent(verify(draft), Outcome.UNSAFE, EnableEvent.EnabledTwice.class);
    }

    @Test
    void aWriteToNullCrashes() {
        Verdict verdict = verify(init("c70425 08000000 01000000 31c0 c3"));
        assertEvent(verdict, Outcome.UNSAFE, InitEvent.Crash.class);
        assertEquals(Stage.INIT, verdict.stage());
    }

    @Test
    void ud2Crashes() {
        assertEvent(verify(init("0f0b")), Outcome.UNSAFE, InitEvent.Crash.class);
    }

    @Test
    void aPositiveValueIsTakenForSuccess() {
        ElfDraft draft = calling(PATCH_TO_RDI + CALL + "b801000000 c3", 0);
        Verdict verdict = verify(draft);
        assertEquals(Outcome.ACCEPTED, verdict.outcome());
        assertEquals(
                List.of("do_init_module: 'fixture'->init suspiciously returned 1, it should follow 0/-E convention",
                        "do_init_module: loading module anyway..."),
                verdict.kernelMessages());
    }

    @Test
    void aPatchThatIsNeverEnabledPatchesNothing() {
        assertEvent(verify(init("31c0 c3")), Outcome.UNSAFE, InitEvent.NeverEnabled.class);
    }

    @Test
    void itsOwnFunctionsAreFollowed() {
        // call +3 (the function behind); ret; nop; nop; then the usual.
        ElfDraft draft = init("e8 03000000 c3 9090" + PATCH_TO_RDI + "e9 00000000");
        enableCalls(draft, 8);
        assertEquals(Outcome.ACCEPTED, verify(draft).outcome());
        assertEquals(Optional.of(Errno.EINVAL), verify(missingFunction(draft)).errno());
    }

    @Test
    void tablesAreReadAsCodeLeavesThem() {
        // movq $0,funcs.old_name: the entry then has no old_name
        ElfDraft draft = calling("48c705 00000000 00000000" + PATCH_TO_RDI + CALL + RETURN, 11);
        List<ElfDraft.Entry> entries = draft.section(".rela.text").relas();
        entries.add(new ElfDraft.Entry(INIT + 3, PC32, draft.symbolIndex("funcs"), 16 - 8));
        draft.section(".rela.text").relas(entries);
        assertEquals(List.of("old_name of a func is NULL: .data+0x70 (funcs)"), verify(draft).unsaid());
    }

    @Test
    void aChoiceThatIsNotKnownIsSaidAndEnablingIsAssumed() {
        // call seq_printf; test %eax,%eax; jne: what it returns is not known
        ElfDraft draft = init("e8 00000000 85c0 7501 c3" + PATCH_TO_RDI + "e9 00000000");
        enableCalls(draft, 10);
        List<ElfDraft.Entry> entries = draft.section(".rela.text").relas();
        entries.add(new ElfDraft.Entry(INIT + 1, PLT32, draft.symbolIndex("seq_printf"), -4));
        draft.section(".rela.text").relas(entries);
        Verdict verdict = verify(draft);
        assertEquals(Outcome.ACCEPTED, verdict.outcome());
        assertEquals(List.of("init function"), verdict.skipped().stream().map(Skipped::check).toList());
        assertEquals(Optional.of(Errno.EINVAL), verify(missingFunction(draft)).errno());
    }

    @Test
    void aPatchThatIsFilledByCodeThatCannotBeFollowedIsNotJudged() {
        // call seq_printf; test %eax,%eax; jne; mov %rax,.objs(%rip)
        ElfDraft draft = init("e8 00000000 85c0 7501 c3 48890500000000" + PATCH_TO_RDI + "e9 00000000");
        enableCalls(draft, 17);
        List<ElfDraft.Entry> entries = draft.section(".rela.text").relas();
        entries.add(new ElfDraft.Entry(INIT + 1, PLT32, draft.symbolIndex("seq_printf"), -4));
        entries.add(new ElfDraft.Entry(INIT + 13, PC32, draft.symbolIndex("patch"), 8 - 4));
        draft.section(".rela.text").relas(entries);
        Verdict verdict = verify(missingFunction(draft));
        assertEquals(Outcome.ACCEPTED, verdict.outcome(), verdict::toString);
        assertEquals(List.of("init function", "tables of patch"),
                verdict.skipped().stream().map(Skipped::check).toList());
    }

    @Test
    void nullIsNoPatch() {
        ElfDraft draft = init("31ff e8 00000000 c3");
        List<ElfDraft.Entry> entries = draft.section(".rela.text").relas();
        entries.add(new ElfDraft.Entry(INIT + 3, PLT32, draft.symbolIndex("klp_enable_patch"), -4));
        draft.section(".rela.text").relas(entries);
        Verdict verdict = verify(draft);
        assertEquals(Optional.of(Errno.EINVAL), verdict.errno());
        assertEquals(Stage.ENABLE, verdict.stage());
    }

    /** An init function of this code, without relocations. */
    private static ElfDraft init(String hex) {
        ElfDraft draft = LivepatchFixture.good();
        byte[] code = HexFormat.of().parseHex(hex.replace(" ", ""));
        ElfDraft.Section text = draft.section(".text");
        System.arraycopy(code, 0, text.data, INIT, code.length);
        draft.section(".rela.text")
                .relas(draft.section(".rela.text").relas().stream().filter(e -> e.offset() < INIT).toList());
        return draft;
    }

    /** The same with the patch's address loaded, and klp_enable_patch() called behind that, at these places. */
    private static ElfDraft calling(String hex, int... places) {
        ElfDraft draft = init(hex);
        for (int place : places) {
            enableCalls(draft, place);
        }
        return draft;
    }

    private static void enableCalls(ElfDraft draft, int place) {
        List<ElfDraft.Entry> entries = draft.section(".rela.text").relas();
        entries.add(new ElfDraft.Entry(INIT + place + 3, ABS32S, draft.symbolIndex("patch"), 0));
        entries.add(new ElfDraft.Entry(INIT + place + 8, PLT32, draft.symbolIndex("klp_enable_patch"), -4));
        draft.section(".rela.text").relas(entries);
    }

    private static ElfDraft missingFunction(ElfDraft draft) {
        int name = LivepatchFixture.addString(draft, "no_such");
        draft.section(".rela.data").changeRela(4, r -> r.plus(name));
        return draft;
    }

    private static void assertEvent(Verdict verdict, Outcome outcome, Class<? extends LoadEvent> kind) {
        assertEquals(outcome, verdict.outcome(), verdict::toString);
        assertTrue(verdict.events().stream().anyMatch(kind::isInstance), verdict::toString);
    }

    private static Verdict verify(ElfDraft draft) {
        return ModuleLoader.verify(LivepatchFixture.read(draft), LivepatchFixture.kernel(), List.of());
    }
}
