package org.klpls.core.rules.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.FixtureKernel;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.ModuleLoader;
import org.klpls.core.loader.Outcome;
import org.klpls.core.loader.Verdict;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.module.LivepatchFixture;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModulePatches;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rules.RuleCatalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.klpls.core.module.LivepatchFixture.INIT_ONCE;
import static org.klpls.core.module.LivepatchFixture.KLP_DATA;
import static org.klpls.core.module.LivepatchFixture.KLP_TEXT;
import static org.klpls.core.module.LivepatchFixture.SAVED;

/** One defect in an otherwise good module gives exactly that one code, at its place, with what the kernel says. */
class ModuleRulesTest {
    private static final long KLP_FLAG = SectionHeader.SHF_RELA_LIVEPATCH;

    /**
     * A defect and what must come of it.
     *
     * @param place {@code SECTION+OFFSET}
     * @param kernel what the kernel says; empty where it says nothing
     */
    private record Mutant(String name, String code, Outcome outcome, String place, String kernel,
            Consumer<ElfDraft> defect) {}

    private static final List<Mutant> MUTANTS = List.of(
            refused("symbolWithoutSympos", "klp-sym-bad-name", KLP_TEXT + "+0",
                    "livepatch: symbol .klp.sym.vmlinux.saved_command_line has an incorrectly formatted name",
                    d -> d.symbol(SAVED).name = ".klp.sym.vmlinux.saved_command_line"),
            refused("symbolWithoutPrefix", "klp-sym-bad-name", KLP_TEXT + "+0",
                    "livepatch: symbol saved_command_line has an incorrectly formatted name",
                    d -> d.symbol(SAVED).name = "saved_command_line"),
            refused("symbolOfTooLongObject", "klp-sym-bad-name", KLP_TEXT + "+0",
                    "livepatch: symbol .klp.sym." + "m".repeat(56) + ".x,0 has an incorrectly formatted name",
                    d -> d.symbol(SAVED).name = ".klp.sym." + "m".repeat(56) + ".x,0"),
            refused("symbolAbsolute", "klp-sym-not-livepatch-shndx", KLP_TEXT + "+0",
                    "livepatch: symbol " + SAVED + " is not marked as a livepatch symbol",
                    d -> d.symbol(SAVED).shndx = ElfSymbol.SHN_ABS),
            refused("symbolUndefined", "klp-sym-not-livepatch-shndx", ".symtab+264",
                    "fixture: Unknown symbol " + SAVED + " (err -2)",
                    d -> d.symbol(SAVED).shndx = ElfSymbol.SHN_UNDEF),
            refused("ordinarySymbolInKlpRela", "klp-sym-not-livepatch-shndx", KLP_TEXT + "+0",
                    "livepatch: symbol seq_printf is not marked as a livepatch symbol",
                    d -> d.section(KLP_TEXT).changeRela(0, r -> r.to(d.symbolIndex("seq_printf")))),
            refused("symbolNotInKernel", "klp-sym-not-found", KLP_TEXT + "+0",
                    "livepatch: symbol 'no_such' not found in symbol table",
                    d -> d.symbol(SAVED).name = ".klp.sym.vmlinux.no_such,0"),
            refused("symbolOfModuleNotLoaded", "klp-sym-not-found", KLP_TEXT + "+0",
                    "livepatch: symbol 'ext4_fill_super' not found in symbol table",
                    d -> d.symbol(SAVED).name = ".klp.sym.ext4.ext4_fill_super,0"),
            refused("symbolOfSeveral", "klp-sym-ambiguous", KLP_DATA + "+0",
                    "livepatch: unresolvable ambiguity for symbol 'init_once' in object '(null)'",
                    d -> d.symbol(INIT_ONCE).name = ".klp.sym.vmlinux.init_once,0"),
            refused("symposTooLarge", "klp-sympos-out-of-range", KLP_DATA + "+0",
                    "livepatch: symbol position 3 for symbol 'init_once' in object 'vmlinux' not found",
                    d -> d.symbol(INIT_ONCE).name = ".klp.sym.vmlinux.init_once,3"),
            refused("sectionNameMisspelt", "klp-rela-bad-name", ".klp.relavmlinux..text+0",
                    "livepatch: section .klp.relavmlinux..text has an incorrectly formatted name",
                    d -> d.section(KLP_TEXT).name = ".klp.relavmlinux..text"),
            refused("flagOnOrdinarySection", "klp-rela-bad-name", ".rela.data+0",
                    "livepatch: section .rela.data has an incorrectly formatted name",
                    d -> d.section(".rela.data").flags |= KLP_FLAG),
            new Mutant("sectionNotAlloc", "klp-rela-not-alloc", Outcome.ACCEPTED, KLP_TEXT + "+0", "",
                    d -> d.section(KLP_TEXT).flags &= ~SectionHeader.SHF_ALLOC),
            silent("sectionNotFlagged", "klp-rela-missing-flag", KLP_TEXT + "+0",
                    d -> d.section(KLP_TEXT).flags &= ~KLP_FLAG),
            silent("klpRelaLeftInOrdinarySection", "klp-sym-in-normal-rela", ".rela.text+72",
                    ModuleRulesTest::moveToOrdinarySection),
            refused("typeUnknown", "reloc-unknown-type", KLP_TEXT + "+0",
                    "module: fixture: Unknown rela relocation: 9",
                    d -> d.section(KLP_TEXT).changeRela(0, r -> r.ofType(9))),
            refused("typeUnknownInOrdinarySection", "reloc-unknown-type", ".rela.data+24",
                    "module: fixture: Unknown rela relocation: 119",
                    d -> d.section(".rela.data").changeRela(1, r -> r.ofType(0x77))),
            refused("placeNotZero", "reloc-target-nonzero", KLP_TEXT + "+0",
                    "module: x86/modules: Skipping invalid relocation target, existing value is nonzero for type 2, "
                            + "loc ADDRESS, val ADDRESS",
                    d -> d.section(".text").data[4] = 1),
            refused("twoRelocationsOnOnePlace", "reloc-target-nonzero", KLP_TEXT + "+24",
                    "module: x86/modules: Skipping invalid relocation target, existing value is nonzero for type 2, "
                            + "loc ADDRESS, val ADDRESS",
                    d -> duplicate(d.section(KLP_TEXT))),
            refused("valueTooWide", "reloc-overflow", KLP_TEXT + "+0",
                    "module: overflow in relocation type 10 val ADDRESS",
                    d -> d.section(KLP_TEXT).changeRela(0, r -> r.ofType(LivepatchFixture.ABS32))),
            silent("placeBehindSection", "reloc-offset-bounds", KLP_TEXT + "+0",
                    d -> d.section(KLP_TEXT).changeRela(0, r -> r.at(0x40))),
            silent("placeOutsideModule", "reloc-offset-bounds", KLP_TEXT + "+0",
                    d -> d.section(KLP_TEXT).changeRela(0, r -> r.at(0x7fff_0000_0000L))),
            refused("vermagicOfOtherKernel", "mod-vermagic-mismatch", ".modinfo+67",
                    "fixture: version magic '6.1.0-fixture SMP mod_unload ' should be "
                            + "'6.1.0-fixture SMP preempt mod_unload modversions '",
                    d -> LivepatchFixture.setModinfo(d, "vermagic", "vermagic=6.1.0-fixture SMP mod_unload ")),
            refused("moduleLayoutOfOtherKernel", "mod-vermagic-mismatch", "__versions+0",
                    "fixture: disagrees about version of symbol module_layout",
                    d -> d.section("__versions").data[0] ^= 1),
            refused("licenceProprietary", "mod-license-not-gpl", ".modinfo+114",
                    "fixture: Unknown symbol klp_enable_patch (err -2)",
                    d -> LivepatchFixture.setModinfo(d, "license", "license=Proprietary")),
            refused("licenceMissing", "mod-license-not-gpl", ".modinfo+0",
                    "fixture: Unknown symbol klp_enable_patch (err -2)",
                    d -> LivepatchFixture.setModinfo(d, "license", "")),
            refused("patchWithoutModule", "klp-patch-null-field", ".data+0", "",
                    d -> d.section(".rela.data").changeRela(0, r -> r.ofType(0))),
            refused("patchWithoutObjects", "klp-patch-null-field", ".data+0", "",
                    d -> d.section(".rela.data").changeRela(1, r -> r.ofType(0))),
            silent("tablesInInitMemory", "klp-table-in-init", ".init.data+0",
                    d -> d.section(".data").name = ".init.data"),
            silent("replacementIsData", "klp-new-func-not-code", ".data+112",
                    d -> d.section(".rela.data").changeRela(3, r -> r.to(d.symbolIndex("p_once")))),
            silent("tablesReadOnly", "klp-table-const", ".data+0",
                    d -> d.section(".data").flags &= ~SectionHeader.SHF_WRITE),
            silent("initFailsAfterEnable", "klp-init-fails-after-enable", ".text+32",
                    d -> initEndsWith(d, -12)),
            silent("patchEnabledTwice", "klp-enable-twice", ".data+0", ModuleRulesTest::enableTwice),
            new Mutant("initReturnsPositive", "klp-init-positive-return", Outcome.ACCEPTED, ".text+32", "",
                    d -> initEndsWith(d, 12)),
            silent("initEnablesNothing", "klp-patch-never-enabled", ".text+32",
                    d -> System.arraycopy(new byte[]{0x31, (byte) 0xc0, (byte) 0xc3}, 0, d.section(".text").data, 0x20,
                            3)),
            refused("symbolThatNothingExports", "sym-unresolved", ".symtab+240",
                    "fixture: Unknown symbol no_such (err -2)", d -> d.symbol("seq_printf").name = "no_such"),
            refused("versionOfAnotherKernel", "modver-mismatch", ".symtab+240",
                    "fixture: disagrees about version of symbol seq_printf",
                    d -> d.section("__versions").data[64] ^= 1),
            refused("versionMissing", "modver-missing", ".symtab+240",
                    "fixture: no symbol version for seq_printf", d -> d.section("__versions").data[64 + 8] ^= 1),
            refused("commonSymbol", "sym-common", ".symtab+144", "fixture: please compile with -fno-common",
                    d -> d.symbol("p_once").shndx = 0xfff2),
            refused("sectionOfSymbolMissing", "sym-bad-shndx", ".symtab+144",
                    "fixture: Symbol p_once has an invalid section index 80 (max 15)",
                    d -> d.symbol("p_once").shndx = 0x50),
            silent("symbolOfRelocationMissing", "reloc-sym-bounds", ".rela.text+0",
                    d -> d.section(".rela.text").changeRela(0, r -> r.to(9999))),
            silent("sectionOfAnotherObject", "klp-rela-orphan-object", ".klp.rela.ext4..text+0",
                    d -> d.section(KLP_TEXT).name = ".klp.rela.ext4..text"),
            refused("sectionWritableAndExecutable", "elf-wx-section", ".text+0",
                    "fixture: section .text (index 4) has invalid WRITE|EXEC flags",
                    d -> d.section(".text").flags |= SectionHeader.SHF_WRITE),
            refused("livepatchMarkMissing", "klp-modinfo-missing", ".modinfo+0",
                    "livepatch: module fixture is not marked as a livepatch module",
                    d -> LivepatchFixture.setModinfo(d, "livepatch", "")));

    /** What looks odd and is right, or is no matter of these rules. */
    private static final List<Mutant> GOOD = List.of(
            good("nothingChanged", d -> {}),
            good("symposWithLeadingZero", d -> d.symbol(INIT_ONCE).name = ".klp.sym.vmlinux.init_once,02"),
            good("symposBehindBlank", d -> d.symbol(INIT_ONCE).name = ".klp.sym.vmlinux.init_once, 2"),
            good("symposOneOfUnique", d -> d.symbol(SAVED).name = ".klp.sym.vmlinux.saved_command_line,1"),
            good("unusedSymbolOfNothing",
                    d -> d.symbol(".klp.sym.vmlinux.no_such,0", 0x10, ElfSymbol.SHN_LIVEPATCH, 0, 0)),
            good("sectionOfOtherType", d -> d.section(KLP_TEXT).type = SectionHeader.SHT_PROGBITS),
            good("sectionNameWithoutTarget", d -> d.section(KLP_TEXT).name = ".klp.rela.vmlinux"),
            good("releaseOfOtherKernelWithCrcs",
                    d -> LivepatchFixture.setModinfo(d, "vermagic",
                            "vermagic=6.1.0-other SMP preempt mod_unload modversions ")),
            good("livepatchMarkOfAnyValue", d -> LivepatchFixture.setModinfo(d, "livepatch", "livepatch=N")),
            good("licenceDual", d -> LivepatchFixture.setModinfo(d, "license", "license=Dual MIT/GPL")));

    @TestFactory
    Stream<DynamicTest> oneDefectGivesOneCode() {
        return MUTANTS.stream().map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> {
            Found found = found(mutant, LivepatchFixture.kernel());
            assertEquals(List.of(mutant.code()), found.findings().stream().map(Finding::code).toList());
            assertEquals(mutant.outcome(), found.verdict().outcome(), () -> found.verdict().toString());
            Finding finding = found.findings().getFirst();
            assertEquals(mutant.place(), text(finding.module().orElseThrow()));
            assertEquals(mutant.kernel(), finding.kernelMessage().map(ModuleRulesTest::withoutAddresses).orElse(""));
        }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsRightGivesNone() {
        return GOOD.stream().map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> {
            Found found = found(mutant, LivepatchFixture.kernel());
            assertEquals(List.of(), found.findings());
            assertEquals(Outcome.ACCEPTED, found.verdict().outcome(), () -> found.verdict().toString());
            assertEquals(List.of(), found.verdict().kernelMessages());
        }));
    }

    @Test
    void everyModuleRuleHasAMutant() {
        Set<String> codes = RuleCatalog.ALL.module().stream().map(r -> r.info().code())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(codes, MUTANTS.stream().map(Mutant::code).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void withoutAKernelWhatNeedsNoneIsFoundAllTheSame() {
        ElfDraft draft = LivepatchFixture.good();
        draft.section(KLP_TEXT).changeRela(0, r -> r.ofType(9));
        LivepatchModule module = LivepatchFixture.read(draft);
        Verdict verdict = ModuleLoader.verify(module, Optional.empty(), module.patches(Optional.empty()));
        assertEquals(List.of("reloc-unknown-type"), codes(new ModuleContext(module, Optional.empty(), verdict)));
    }

    @Test
    void relocationsOfAModuleNotLoadedAreCheckedAgainstTheKernelsOwnCopyOfIt() {
        ElfDraft draft = LivepatchFixture.good();
        draft.section(KLP_DATA).name = ".klp.rela.ext4..data";
        draft.symbol(INIT_ONCE).name = ".klp.sym.ext4.no_such,0";
        FixtureKernel kernel = LivepatchFixture.kernelWith("ext4 0 t ext4_fill_super yes text\n");
        LivepatchModule module = LivepatchFixture.read(draft);
        Verdict verdict = ModuleLoader.verify(module, Optional.of(kernel),
                withoutPatches(module.patches(Optional.of(kernel))));
        assertEquals(List.of("klp-sym-not-found"), codes(new ModuleContext(module, Optional.of(kernel), verdict)));
        assertEquals(Outcome.ACCEPTED, verdict.outcome());
    }

    @Test
    void aPlaceThatIsNotZeroIsFoundAlsoWhereTheSymbolIsNotKnown() {
        ElfDraft vmlinux = LivepatchFixture.good();
        vmlinux.section(".data").data[192] = 1;
        ElfDraft notLoaded = LivepatchFixture.good();
        notLoaded.section(".data").data[192] = 1;
        notLoaded.section(KLP_DATA).name = ".klp.rela.ext4..data";
        notLoaded.symbol(INIT_ONCE).name = ".klp.sym.ext4.init_once,0";
        for (ElfDraft draft : List.of(vmlinux, notLoaded)) {
            LivepatchModule module = LivepatchFixture.read(draft);
            Verdict verdict = ModuleLoader.verify(module, Optional.empty(), module.patches(Optional.empty()));
            ModuleContext context = new ModuleContext(module, Optional.empty(), verdict);
            assertEquals(List.of("reloc-target-nonzero"), codes(context));
            assertEquals(Optional.empty(), findings(context).getFirst().kernelMessage());
        }
    }

    private record Found(Verdict verdict, List<Finding> findings) {}

    private static Found found(Mutant mutant, TargetKernel kernel) {
        ElfDraft draft = LivepatchFixture.good();
        mutant.defect().accept(draft);
        LivepatchModule module = LivepatchFixture.read(draft);
        Verdict verdict = ModuleLoader.verify(module, kernel, List.of());
        return new Found(verdict, findings(new ModuleContext(module, Optional.of(kernel), verdict)));
    }

    private static List<Finding> findings(ModuleContext context) {
        List<Finding> findings = new ArrayList<>();
        for (Rule<ModuleContext> rule : RuleCatalog.ALL.module()) {
            rule.check(context, findings::add);
        }
        return findings;
    }

    private static List<String> codes(ModuleContext context) {
        return findings(context).stream().map(Finding::code).toList();
    }

    private static ModulePatches withoutPatches(ModulePatches patches) {
        return new ModulePatches(List.of(), List.of(), patches.enableCalls(), List.of());
    }

    private static String withoutAddresses(String line) {
        return line.replaceAll("(loc|val) [0-9a-f]+", "$1 ADDRESS");
    }

    private static String text(ElfPlace place) {
        return place.section().orElse("") + "+" + place.offset().orElse(-1);
    }

    private static void duplicate(ElfDraft.Section section) {
        List<ElfDraft.Entry> entries = section.relas();
        entries.add(entries.getFirst());
        section.relas(entries);
    }

    private static void moveToOrdinarySection(ElfDraft draft) {
        List<ElfDraft.Entry> entries = draft.section(".rela.text").relas();
        entries.addAll(draft.section(KLP_TEXT).relas());
        draft.section(".rela.text").relas(entries);
        draft.section(KLP_TEXT).relas(List.of());
    }

    /** call klp_enable_patch; mov $value,%eax; ret */
    private static void initEndsWith(ElfDraft draft, int value) {
        byte[] text = draft.section(".text").data;
        text[0x27] = (byte) 0xe8;
        text[0x2c] = (byte) 0xb8;
        for (int i = 0; i < 4; i++) {
            text[0x2d + i] = (byte) (value >> 8 * i);
        }
        text[0x31] = (byte) 0xc3;
    }

    /** call klp_enable_patch; mov $patch,%rdi; call klp_enable_patch; ret */
    private static void enableTwice(ElfDraft draft) {
        byte[] text = draft.section(".text").data;
        text[0x27] = (byte) 0xe8;
        System.arraycopy(text, 0x20, text, 0x2c, 3);
        text[0x33] = (byte) 0xe8;
        text[0x38] = (byte) 0xc3;
        List<ElfDraft.Entry> entries = new ArrayList<>(draft.section(".rela.text").relas());
        entries.add(entries.get(1).at(0x2f));
        entries.add(entries.get(2).at(0x34));
        draft.section(".rela.text").relas(entries);
    }

    private static Mutant refused(String name, String code, String place, String kernel, Consumer<ElfDraft> defect) {
        return new Mutant(name, code, Outcome.REJECTED, place, kernel, defect);
    }

    private static Mutant silent(String name, String code, String place, Consumer<ElfDraft> defect) {
        return new Mutant(name, code, Outcome.UNSAFE, place, "", defect);
    }

    private static Mutant good(String name, Consumer<ElfDraft> change) {
        return new Mutant(name, "", Outcome.ACCEPTED, "", "", change);
    }
}
