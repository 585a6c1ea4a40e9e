package org.klpls.core.module;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.Modinfo;
import org.klpls.core.model.Place;
import org.klpls.core.model.TableEnd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LivepatchModuleTest {
    @Test
    void aPatchIsReadThroughItsRelocations() {
        KlpPatch patch = onlyPatch(LivepatchFixture.good());
        assertEquals("patch", patch.variable());
        assertEquals(TableEnd.TERMINATED, patch.objects().end());
        KlpObject object = patch.objects().entries().getFirst();
        assertTrue(object.name().isEmpty());
        KlpFunc func = object.funcs().orElseThrow().entries().getFirst();
        assertEquals(Optional.of("cmdline_proc_show"), func.oldName().map(Located::value));
        assertEquals(Optional.of("klpp_cmdline_proc_show"), func.newFunc().map(Located::value));
        assertEquals(0, func.symposOrZero());
        assertEquals(TableEnd.TERMINATED, object.funcs().orElseThrow().end());
        assertEquals(".data+0x70 funcs", where(func.place()));
        assertEquals(".data+0x80 funcs", where(func.oldName().orElseThrow().place()));
    }

    @Test
    void aPatchIsFoundByItsShapeWhereTheCallShowsNoArgument() {
        ElfDraft draft = LivepatchFixture.good();
        draft.section(".text").data[0x20] = (byte) 0x90;
        assertEquals("patch", onlyPatch(draft).variable());
    }

    @Test
    void aStrippedPatchIsNamedByItsPlace() {
        ElfDraft draft = LivepatchFixture.good();
        for (String name : List.of("patch", "objs", "funcs")) {
            draft.symbol(name).name = "";
        }
        KlpPatch patch = onlyPatch(draft);
        assertEquals(".data+0x0", patch.variable());
        assertEquals(1, patch.objects().entries().size());
    }

    @Test
    void aTableWithoutTerminatorEndsWithItsArray() {
        ElfDraft draft = LivepatchFixture.good();
        draft.symbol("funcs").size = 40;
        assertEquals(TableEnd.MISSING,
                onlyPatch(draft).objects().entries().getFirst().funcs().orElseThrow().end());
    }

    @Test
    void entriesBehindATerminatorAreUnseen() {
        ElfDraft draft = LivepatchFixture.good();
        draft.symbol("funcs").size = 120;
        draft.section(".data").data = java.util.Arrays.copyOf(draft.section(".data").data, 240);
        draft.section(".data").put64(112 + 80 + 24, 1);
        var funcs = onlyPatch(draft).objects().entries().getFirst().funcs().orElseThrow();
        assertEquals(TableEnd.EARLY, funcs.end());
        assertEquals(1, funcs.unseen().size());
    }

    @Test
    void whatFollowsATerminatorInALargerVariableIsNotOfTheTable() {
        ElfDraft draft = LivepatchFixture.good();
        draft.symbol("funcs").size = 120 + 8;
        draft.section(".data").data = java.util.Arrays.copyOf(draft.section(".data").data, 248);
        draft.section(".data").put64(112 + 80 + 24, 1);
        var funcs = onlyPatch(draft).objects().entries().getFirst().funcs().orElseThrow();
        assertEquals(TableEnd.TERMINATED, funcs.end());
    }

    @Test
    void anEntryThatCodeWritesToIsLeftOut() {
        var funcs = funcsNamedInCode(LivepatchFixture.PC32, -8);
        assertEquals(List.of(), funcs.entries());
        assertEquals(TableEnd.TERMINATED, funcs.end());
    }

    @Test
    void aTableThatCodeWalksThroughIsNotKnown() {
        assertEquals(TableEnd.UNKNOWN, funcsNamedInCode(LivepatchFixture.ABS32S, 0).end());
    }

    /** The table of funcs where code has its first member as an operand. */
    private static KlpTable<KlpFunc> funcsNamedInCode(int type, long addend) {
        ElfDraft draft = LivepatchFixture.good();
        List<ElfDraft.Entry> entries = draft.section(".rela.text").relas();
        entries.add(new ElfDraft.Entry(0x30, type, draft.symbolIndex("funcs"), addend));
        draft.section(".rela.text").relas(entries);
        return onlyPatch(draft).objects().entries().getFirst().funcs().orElseThrow();
    }

    @Test
    void modinfoIsReadInItsOrder() {
        LivepatchModule module = LivepatchFixture.read(LivepatchFixture.good());
        assertEquals("fixture", module.name());
        assertEquals(Optional.of("GPL"), module.modinfo().first("license").map(Modinfo.Entry::value));
        assertTrue(module.isMarkedLivepatch());
        assertEquals("license", module.modinfo().entries().getFirst().key());
    }

    @Test
    void modinfoThatIsNotLoadedIsNoModinfo() {
        ElfDraft draft = LivepatchFixture.good();
        draft.section(".modinfo").flags = 0;
        assertEquals(List.of(), LivepatchFixture.read(draft).modinfo().entries());
    }

    @Test
    void withoutAKernelThePatchesAreSkippedWithAReason() {
        ModulePatches patches = LivepatchFixture.read(LivepatchFixture.good()).patches(Optional.empty());
        assertEquals(List.of(), patches.patches());
        assertEquals(1, patches.skipped().size());
    }

    private static KlpPatch onlyPatch(ElfDraft draft) {
        ModulePatches patches = LivepatchFixture.read(draft).patches(Optional.of(LivepatchFixture.kernel()));
        assertEquals(1, patches.patches().size());
        assertEquals(1, patches.enableCalls());
        return patches.patches().getFirst();
    }

    private static String where(Place place) {
        return switch (place) {
            case Place.InModule m -> m.elf().section().orElse("") + "+0x"
                    + Long.toHexString(m.elf().offset().orElse(-1)) + " " + m.elf().symbol().orElse("");
            case Place.InSource s -> s.toString();
        };
    }
}
