package org.klpls.core.loader;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.FixtureKernel;
import org.klpls.core.module.LivepatchFixture;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModuleReading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.klpls.core.module.LivepatchFixture.KLP_DATA;
import static org.klpls.core.module.LivepatchFixture.KLP_TEXT;

/** Outcome, errno and messages, as kernel 6.1 has them. */
class ModuleLoaderTest {
    @Test
    void aGoodModuleIsAcceptedWithoutAnEvent() {
        Verdict verdict = verify(LivepatchFixture.good());
        assertEquals(Outcome.ACCEPTED, verdict.outcome());
        assertEquals(Stage.TRANSITION, verdict.stage());
        assertEquals(List.of(), verdict.events());
        assertEquals(List.of(), verdict.skipped());
    }

    @Test
    void aWrongElfTypeIsRefusedBeforeAnythingElseIsLookedAt() {
        ElfDraft draft = LivepatchFixture.good().lastly(b -> b.putShort(16, (short) 2));
        draft.section(KLP_TEXT).changeRela(0, r -> r.ofType(9));
        assertRefused(draft, Stage.ELF, Errno.ENOEXEC, "Invalid ELF header type: 2 != 1");
    }

    @Test
    void aFileThatIsNoModuleHasAVerdictToo() {
        byte[] bytes = LivepatchFixture.good().build();
        ModuleReading half = LivepatchModule.of(Path.of("half.ko"), Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(List.of("Invalid ELF section header overflow"), ModuleLoader.unreadable(half).kernelMessages());
    }

    @Test
    void allUnknownSymbolsAreNamedAndTheLastGivesTheErrno() {
        ElfDraft draft = LivepatchFixture.good();
        draft.symbol("one", 0x10, 0, 0, 0);
        draft.symbol("weak", 0x20, 0, 0, 0);
        draft.symbol("two", 0x10, 0, 0, 0);
        assertRefused(draft, Stage.SYMBOLS, Errno.ENOENT, "fixture: Unknown symbol one (err -2)",
                "fixture: Unknown symbol two (err -2)");
    }

    @Test
    void aCrcThatDiffersIsRefused() {
        ElfDraft draft = LivepatchFixture.good();
        draft.section("__versions").data[64] ^= 1;
        assertRefused(draft, Stage.SYMBOLS, Errno.EINVAL, "fixture: disagrees about version of symbol seq_printf",
                "fixture: Unknown symbol seq_printf (err -22)");
    }

    @Test
    void aSectionForTwoUsesIsRefused() {
        ElfDraft draft = LivepatchFixture.good();
        draft.section(".text").flags |= SectionHeader.SHF_WRITE;
        assertRefused(draft, Stage.LAYOUT, Errno.ENOEXEC,
                "fixture: section .text (index 4) has invalid WRITE|EXEC flags");
    }

    @Test
    void aFunctionThatIsNotTracedIsRefusedAtTheEnd() {
        assertRefused(patching("do_syscall_64"), Stage.ENABLE, Errno.EINVAL,
                "livepatch: failed to find location for function 'do_syscall_64'",
                "livepatch: failed to patch object 'vmlinux'", "livepatch: failed to enable patch 'fixture'");
        assertRefused(patching("start_kernel"), Stage.ENABLE, Errno.EINVAL,
                "livepatch: failed to find location for function 'start_kernel'",
                "livepatch: failed to patch object 'vmlinux'", "livepatch: failed to enable patch 'fixture'");
    }

    @Test
    void aFunctionThatIsNotFoundIsRefusedBeforeOneThatIsNotTraced() {
        assertRefused(patching("init_once"), Stage.ENABLE, Errno.EINVAL,
                "livepatch: unresolvable ambiguity for symbol 'init_once' in object '(null)'");
        assertRefused(patching("no_such_function"), Stage.ENABLE, Errno.EINVAL,
                "livepatch: symbol 'no_such_function' not found in symbol table");
    }

    @Test
    void aTableWithoutEndMakesTheKernelCrash() {
        ElfDraft draft = LivepatchFixture.good();
        draft.symbol("funcs").size = 40;
        List<ElfDraft.Entry> entries = draft.section(".rela.data").relas();
        entries.add(new ElfDraft.Entry(112 + 40 + 16, LivepatchFixture.ABS64, entries.get(4).symbol(), 1));
        draft.section(".rela.data").relas(entries);
        Verdict verdict = verify(draft);
        assertEquals(Outcome.UNSAFE, verdict.outcome());
        assertEquals(Stage.ENABLE, verdict.stage());
        assertEquals(Optional.empty(), verdict.errno());
    }

    @Test
    void aTableWithoutEndThatZerosFollowIsUnsafeThoughItIsLoaded() {
        ElfDraft draft = LivepatchFixture.good();
        draft.symbol("funcs").size = 40;
        Verdict verdict = verify(draft);
        assertEquals(Outcome.UNSAFE, verdict.outcome());
        assertEquals(Stage.TRANSITION, verdict.stage());
        assertEquals(List.of(EnableEvent.TableWithoutEnd.class),
                verdict.events().stream().<Class<?>>map(Object::getClass).toList());
    }

    @Test
    void anObjectThatIsNotLoadedIsSkippedWithAReason() {
        ElfDraft draft = objectNamed("ext4");
        Verdict verdict = verify(draft);
        assertEquals(Outcome.ACCEPTED, verdict.outcome());
        assertEquals(List.of("object ext4"), verdict.skipped().stream().map(s -> s.check()).toList());
    }

    @Test
    void relocationsForAnObjectThatNoPatchHasAreNeverApplied() {
        ElfDraft draft = LivepatchFixture.good();
        draft.section(KLP_DATA).name = ".klp.rela.ext4..data";
        Verdict verdict = verify(draft);
        assertEquals(Outcome.UNSAFE, verdict.outcome());
        assertTrue(verdict.events().getFirst() instanceof RelocationEvent.SectionOrphan);
    }

    @Test
    void whatTheKernelDoesNotSayIsSaid() {
        ElfDraft orphan = LivepatchFixture.good();
        orphan.section(KLP_DATA).name = ".klp.rela.ext4..data";
        assertEquals(List.of("section .klp.rela.ext4..data is for the object 'ext4', which no patch of the module has:"
                + " it is never applied"), verify(orphan).unsaid());

        ElfDraft wildSymbol = LivepatchFixture.good();
        wildSymbol.section(KLP_TEXT).changeRela(0, r -> r.to(0x123456));
        List<String> unsaid = verify(wildSymbol).unsaid();
        assertEquals(1, unsaid.size());
        assertTrue(unsaid.getFirst().startsWith("the relocation at " + KLP_TEXT + "+0x0 refers to symbol 1193046, and"),
                unsaid::toString);
    }

    @Test
    void nothingIsAddedToAGoodModuleOrToWhatTheKernelSays() {
        assertEquals(List.of(), verify(LivepatchFixture.good()).unsaid());
        assertEquals(List.of(), verify(patching("no_such_function")).unsaid());
    }

    @Test
    void whatComesBehindTheFirstRefusalIsAnEventButNoMessage() {
        ElfDraft draft = patching("no_such_function");
        draft.section(KLP_TEXT).changeRela(0, r -> r.ofType(9));
        Verdict verdict = verify(draft);
        assertEquals(List.of("module: fixture: Unknown rela relocation: 9"), verdict.kernelMessages());
        assertEquals(2, verdict.events().size());
    }

    @Test
    void withoutFactsOfTheKernelMuchIsSkippedAndNothingIsInvented() {
        FixtureKernel kernel = LivepatchFixture.kernelWith("@unknown symbols\n@unknown exports\n@unknown traceable\n");
        Verdict verdict = ModuleLoader.verify(LivepatchFixture.read(LivepatchFixture.good()), kernel, List.of());
        assertEquals(List.of(), verdict.events());
        assertTrue(verdict.skipped().size() >= 2);
    }

    /** Seeded: the same bytes every time. No assertion but the one that no input may break: it ends, with a verdict. */
    @Test
    void noDamageToAModuleBreaksTheLoader() {
        byte[] good = LivepatchFixture.good().build();
        FixtureKernel kernel = LivepatchFixture.kernel();
        Random random = new Random(61);
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = good.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
            }
            ModuleReading reading = LivepatchModule.of(LivepatchFixture.PATH, bytes);
            Verdict verdict = reading.module().map(m -> ModuleLoader.verify(m, kernel, List.of()))
                    .orElseGet(() -> ModuleLoader.unreadable(reading));
            assertEquals(verdict.outcome() == Outcome.REJECTED, verdict.errno().isPresent());
        }
    }

    private static ElfDraft patching(String function) {
        ElfDraft draft = LivepatchFixture.good();
        int name = LivepatchFixture.addString(draft, function);
        draft.section(".rela.data").changeRela(4, r -> r.plus(name));
        return draft;
    }

    private static ElfDraft objectNamed(String name) {
        ElfDraft draft = LivepatchFixture.good();
        int text = LivepatchFixture.addString(draft, name);
        List<ElfDraft.Entry> entries = draft.section(".rela.data").relas();
        entries.add(new ElfDraft.Entry(48 + 16, LivepatchFixture.ABS64, entries.get(4).symbol(), text));
        draft.section(".rela.data").relas(entries);
        return draft;
    }

    private static void assertRefused(ElfDraft draft, Stage stage, Errno errno, String... messages) {
        Verdict verdict = verify(draft);
        assertEquals(List.of(messages), verdict.kernelMessages());
        assertEquals(Outcome.REJECTED, verdict.outcome());
        assertEquals(stage, verdict.stage());
        assertEquals(Optional.of(errno), verdict.errno());
    }

    private static Verdict verify(ElfDraft draft) {
        return ModuleLoader.verify(LivepatchFixture.read(draft), LivepatchFixture.kernel(), List.of());
    }
}
