package org.klpls.core.rules.module;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.klpls.core.elf.ElfDraft.HeaderField;
import org.klpls.core.elf.ElfDraft.SectionField;
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
    private static final String KLP_DATA_OF_HID = ".klp.rela.hid..data";
    /** Source: include/linux/module_signature.h MODULE_SIG_STRING, v6.1. */
    private static final String SIGNED = "~Module signature appended~\n";

    /**
     * A defect and what must come of it.
     *
     * @param place {@code SECTION+OFFSET}
     * @param kernel what the kernel says; empty where it says nothing
     * @param facts of the kernel, in place of or beside the usual ones
     */
    private record Mutant(String name, String code, Outcome outcome, String place, String kernel,
            Consumer<ElfDraft> defect, String facts) {
        Mutant(String name, String code, Outcome outcome, String place, String kernel, Consumer<ElfDraft> defect) {
            this(name, code, outcome, place, kernel, defect, "");
        }

        /** On a kernel with these lines, too. */
        Mutant on(String lines) {
            return new Mutant(name, code, outcome, place, kernel, defect, lines);
        }
    }

    private static final String FILE = "+-1";

    /** What takes another module that is loaded (LoadedModuleReportTest), or another defect beside it. */
    private static final Set<String> WITH_OTHERS = Set.of("klp-state-incompatible", "klp-target-init",
            "klp-enable-result-dropped");

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
                    d -> LivepatchFixture.setModinfo(d, "livepatch", "")),
            refused("linkedAsProgram", "elf-not-rel", FILE, "Invalid ELF header type: 2 != 1",
                    d -> d.field(HeaderField.TYPE, 2)),
            refused("ofAnotherMachine", "elf-wrong-machine", FILE, "Invalid architecture in ELF header: 183",
                    d -> d.field(HeaderField.MACHINE, 183)),
            refused("sectionNamesOutside", "elf-shstrtab-bounds", FILE, "Invalid ELF section hdr(type 3)",
                    d -> d.field(".shstrtab", SectionField.SIZE, 1L << 40)),
            refused("sectionNamesEmpty", "elf-shstrtab-empty", FILE, "empty section name table",
                    d -> d.field(".shstrtab", SectionField.SIZE, 0)),
            refused("sectionNamesCut", "elf-shstrtab-unterminated", FILE,
                    "ELF Spec violation: section name table isn't null terminated",
                    d -> d.field(".shstrtab", SectionField.SIZE, 20)),
            refused("noSectionNames", "elf-bad-shstrndx", FILE,
                    "Invalid ELF section name index: 9999 || e_shstrndx (9999) >= e_shnum (16)",
                    d -> d.field(HeaderField.SHSTRNDX, 9999)),
            refused("firstSectionNotNull", "elf-section0-not-null", FILE,
                    "ELF Spec violation: section 0 type(0)!=SH_NULL or non-zero len or addr",
                    d -> d.lastly(file -> d.put(file, 0, SectionField.ADDR, 1))),
            refused("stringsOfSymbolsMissing", "elf-symtab-bad-link", FILE,
                    "Invalid ELF sh_link!=SHN_UNDEF(9999) or (sh_link(9999) >= hdr->e_shnum(16)",
                    d -> d.field(".symtab", SectionField.LINK, 9999)),
            refused("sectionOutsideFile", "elf-section-bounds", FILE,
                    "Invalid ELF section in module (section 4 type 1)",
                    d -> d.field(".text", SectionField.SIZE, 1L << 40)),
            refused("sectionNameOutside", "elf-section-name-bounds", FILE,
                    "Invalid ELF section name in module (section 7 type 1)",
                    d -> d.field(".rodata.str1.1", SectionField.NAME, 0xff_ffff)),
            refused("stripped", "mod-stripped", FILE, "fixture: module has no symbols (stripped?)",
                    d -> d.field(".symtab", SectionField.TYPE, 1)),
            refused("noStructModule", "mod-no-this-module", FILE, "fixture: No module found in object",
                    d -> d.section(".gnu.linkonce.this_module").name = ".gnu.linkonce.that_module"),
            refused("twoModinfos", "elf-two-modinfo", FILE, "Only one .modinfo section must exist.",
                    d -> d.section(".modinfo", 1, 2).data(new byte[]{'a', '=', 'b', 0})).on("@release 6.12.0-fixture"),
            refused("structModuleOfOtherSize", "mod-this-module-size", FILE,
                    "module fixture: .gnu.linkonce.this_module section size must match the kernel's built struct module"
                            + " size at run time",
                    d -> d.section(".gnu.linkonce.this_module").data = Arrays
                            .copyOf(d.section(".gnu.linkonce.this_module").data, 320))
                    .on("@release 6.12.0-fixture"),
            silent("nameOfSymbolOutside", "elf-symname-bounds", ".symtab+144",
                    d -> d.symbol("p_once").nameOffset = 0x7fff_ff00),
            refused("percpuTooLarge", "mod-percpu", ".data..percpu+0",
                    "illegal size (1048576) or align (4) for percpu allocation",
                    d -> d.section(".data..percpu", 1, 3).data(new byte[1 << 20])),
            refused("modinfoNotAlloc", "mod-modinfo-not-alloc", ".modinfo+0",
                    "fixture: Unknown symbol klp_enable_patch (err -2)",
                    d -> d.section(".modinfo").flags = 0),
            refused("callbackFails", "klp-callback-failed", ".text+48",
                    "livepatch: pre-patch callback failed for object 'vmlinux'", d -> {
                        System.arraycopy(new byte[]{(byte) 0xb8, (byte) 0xea, -1, -1, -1, (byte) 0xc3}, 0,
                                d.section(".text").data, 0x30, 6);
                        int callback = d.symbol("pre_patch", 2, d.index(".text"), 0x30, 6);
                        List<ElfDraft.Entry> relas = new ArrayList<>(d.section(".rela.data").relas());
                        relas.add(new ElfDraft.Entry(72, LivepatchFixture.ABS64, callback, 0));
                        d.section(".rela.data").relas(relas);
                    }).on("@layout klp_object 32 funcs:8:8 name:16:8 callbacks:24:8"),
            refused("tooLarge", "mod-too-large", FILE, "", d -> d.section(".bss").size = 0x7000_0000L),
            refused("constructorsTwice", "mod-ctors-and-init-array", ".ctors+0",
                    "fixture: has both .ctors and .init_array.", d -> {
                        d.section(".ctors", 1, 3).data(new byte[8]);
                        d.section(".init_array", 14, 3).data(new byte[8]);
                    }).on("@config CONFIG_CONSTRUCTORS y"),
            refused("signatureCut", "mod-sig-malformed", FILE, "", d -> d.tail(
                    ("\0\0\2\0\0\0\0\0\177\377\377\377" + SIGNED).getBytes(StandardCharsets.ISO_8859_1))),
            refused("notSigned", "mod-unsigned", FILE, "Loading of unsigned module is rejected", d -> {})
                    .on("@config CONFIG_MODULE_SIG_FORCE y"),
            new Mutant("noVermagic", "mod-no-vermagic", Outcome.ACCEPTED, ".modinfo+0",
                    "fixture: bad vermagic: kernel tainted.", d -> LivepatchFixture.setModinfo(d, "vermagic", ""))
                    .on("@config CONFIG_MODULE_FORCE_LOAD y"),
            new Mutant("noVersions", "mod-no-versions", Outcome.ACCEPTED, FILE,
                    "fixture: module_layout: kernel tainted.", d -> d.section("__versions").name = "__wersions")
                    .on("@config CONFIG_MODULE_FORCE_LOAD y"),
            new Mutant("exportWithoutCrc", "modver-export-no-crc", Outcome.ACCEPTED, FILE,
                    "fixture: no versions for exported symbols: kernel tainted.",
                    d -> d.section("__ksymtab", 1, 2).data(new byte[12])).on("@config CONFIG_MODULE_FORCE_LOAD y"),
            refused("kernelWithoutLivepatch", "klp-not-supported-by-kernel", ".modinfo+12",
                    "fixture: module is marked as livepatch module, but livepatch support is disabled", d -> {})
                    .on("@config CONFIG_MODULES y"),
            new Mutant("noRetpoline", "mod-no-retpoline", Outcome.ACCEPTED, ".modinfo+0",
                    "Spectre V2 : System may be vulnerable to spectre v2",
                    d -> LivepatchFixture.setModinfo(d, "retpoline", "")),
            refused("symbolForGplOnly", "sym-gpl-only", ".symtab+240", "fixture: Unknown symbol seq_printf (err -2)",
                    d -> {
                        LivepatchFixture.setModinfo(d, "license", "license=Proprietary");
                        d.symbol("klp_enable_patch").name = "enable_no_patch";
                    }).on("@export seq_printf vmlinux gpl - 33333333\n@export enable_no_patch vmlinux all - -"),
            refused("namespaceNotImported", "sym-namespace-not-imported", ".symtab+240",
                    "fixture: module uses symbol (seq_printf) from namespace SEQ, but does not import it.", d -> {})
                    .on("@export seq_printf vmlinux all SEQ 33333333"),
            refused("symbolOfAModule", "klp-module-dependency", ".symtab+240",
                    "fixture: Unknown symbol seq_printf (err -2)", d -> {})
                    .on("@export seq_printf seqmod all - 33333333"),
            refused("notConverted", "klp-not-converted", ".symtab+240",
                    "fixture: Unknown symbol .klp.sym.rela.vmlinux.vmlinux.seq_printf,0 (err -2)",
                    d -> d.symbol("seq_printf").name = ".klp.sym.rela.vmlinux.vmlinux.seq_printf,0"),
            new Mutant("vmlinuxSymbolForAModule", "klp-sym-vmlinux-in-module-section", Outcome.ACCEPTED,
                    KLP_DATA_OF_HID + "+0",
                    "livepatch: invalid access to vmlinux symbol 'init_once' from module-specific livepatch relocation"
                            + " section",
                    d -> {
                        patchHid(d);
                        d.section(KLP_DATA).name = KLP_DATA_OF_HID;
                    }).on("@release 6.6.0-fixture"),
            refused("relSection", "reloc-rel-unsupported", ".rela.data+0",
                    "module fixture: REL relocation unsupported",
                    d -> d.section(".rela.data").type = SectionHeader.SHT_REL),
            silent("relativeTooFar", "reloc-pc32-truncated", KLP_TEXT + "+0",
                    d -> d.section(KLP_TEXT).changeRela(0, r -> r.plus(0x1_8000_0000L))),
            silent("relocationLost", "reloc-missing", ".text+3", d -> d.section(KLP_TEXT).relas(List.of())),
            silent("addressForDistance", "reloc-not-relative", ".text+3",
                    d -> d.section(KLP_TEXT).changeRela(0, r -> r.ofType(LivepatchFixture.ABS32S))),
            silent("relocationsForNoSection", "klp-rela-bad-target", KLP_DATA + "+0",
                    d -> d.section(KLP_DATA).info = 500),
            new Mutant("relocationsOfAModule", "klp-rela-not-reloadable", Outcome.ACCEPTED, KLP_DATA_OF_HID + "+0", "",
                    d -> {
                        patchHid(d);
                        d.section(KLP_DATA).name = KLP_DATA_OF_HID;
                        d.symbol(INIT_ONCE).name = ".klp.sym.hid.hid_show,0";
                    }),
            refused("exportTwice", "sym-export-duplicate", FILE,
                    "fixture: exports duplicate symbol seq_printf (owned by kernel)", d -> {
                        d.section("__ksymtab", 1, 2).data(new byte[12]).align(4);
                        d.section("__kcrctab", 1, 2).data(new byte[4]);
                        d.symbol("__ksymtab_seq_printf", 1, d.index("__ksymtab"), 0, 12);
                        d.section("__ksymtab_strings", 1, 2)
                                .data("seq_printf\0".getBytes(StandardCharsets.ISO_8859_1));
                        int text = d.symbol("__kstrtab_seq_printf", 0, d.index("__ksymtab_strings"), 0, 0);
                        d.relocations(".rela__ksymtab", 0, "__ksymtab")
                                .relas(List.of(new ElfDraft.Entry(4, LivepatchFixture.PC32, text, 0)));
                    }),
            silent("returnSiteElsewhere", "mod-bad-site", ".altinstructions+0", d -> d
                    .section(".altinstructions", 1, 2).data(new byte[12])),
            new Mutant("tracedPlaceElsewhere", "mcount-loc-not-fentry", Outcome.REJECTED, "__mcount_loc+0",
                    "livepatch: failed to set ftrace filter for function 'cmdline_proc_show' (-19)", d -> {
                        d.section("__mcount_loc", 1, 3).data(new byte[8]).align(8);
                        d.relocations(".rela__mcount_loc", 0, "__mcount_loc").relas(
                                List.of(new ElfDraft.Entry(0, LivepatchFixture.ABS64, d.symbolIndex("init_module"),
                                        0)));
                    }),
            silent("unwindTablesOfTwoSizes", "orc-size-mismatch", ".orc_unwind+0", d -> {
                d.section(".orc_unwind_ip", 1, 2).data(new byte[8]);
                d.section(".orc_unwind", 1, 2).data(new byte[6]);
            }),
            silent("exceptionOfAModule", "klp-special-section-late-reloc", ".klp.rela.hid.__ex_table+0", d -> {
                patchHid(d);
                d.symbol(INIT_ONCE).name = ".klp.sym.hid.hid_show,0";
                d.section(KLP_DATA).relas(List.of());
                d.section("__ex_table", 1, 2).data(new byte[12]);
                d.relocations(".klp.rela.hid.__ex_table", KLP_FLAG | 2, "__ex_table").relas(
                        List.of(new ElfDraft.Entry(0, LivepatchFixture.PC32, d.symbolIndex(".klp.sym.hid.hid_show,0"),
                                0)));
            }).on("@release 6.6.0-fixture"),
            refused("initOnlyFails", "klp-init-fails", ".text+32", "", d -> {
                d.section(".rela.text").relas(d.section(".rela.text").relas().subList(0, 1));
                System.arraycopy(new byte[]{(byte) 0xb8, (byte) 0xea, -1, -1, -1, (byte) 0xc3, 0, 0, 0}, 0,
                        d.section(".text").data, 0x20, 9);
            }),
            silent("initRunsIntoUd2", "klp-init-crashes", ".text+32",
                    d -> System.arraycopy(new byte[]{0x0f, 0x0b}, 0, d.section(".text").data, 0x20, 2)),
            silent("replacementInInit", "klp-new-func-in-init", ".data+112", d -> {
                d.section(".init.text", 1, 6).data(new byte[]{(byte) 0x90, (byte) 0xc3}).align(16);
                int late = d.symbol("klpp_init", 2, d.index(".init.text"), 0, 2);
                d.section(".rela.data").changeRela(3, r -> r.to(late));
            }),
            silent("emptySchedule", "klp-new-func-empty", ".data+112", d -> {
                d.section(".text").data[0] = (byte) 0xc3;
                d.symbol("klpp_cmdline_proc_show").size = 1;
                d.section(".text").data[3] = 0;
                d.section(KLP_TEXT).relas(List.of());
                d.section(".rela.text").relas(d.section(".rela.text").relas().subList(1, 3));
                int at = LivepatchFixture.addString(d, "schedule");
                d.section(".rela.data").changeRela(4, r -> r.plus(at));
            }).on("vmlinux ffffffff81005000 T schedule yes text 64"),
            silent("replacementOfTheKernel", "klp-new-func-in-kernel", ".data+112",
                    d -> d.section(".rela.data").changeRela(3, r -> r.to(d.symbolIndex("seq_printf")))),
            silent("funcsElsewhere", "klp-table-bad-pointer", ".data+48", d -> {
                d.section(".rela.data").changeRela(2, r -> r.ofType(0));
                d.section(".data").put64(56, 0x1000);
            }),
            refused("functionMissing", "klp-func-not-found", ".data+128",
                    "livepatch: symbol 'ine_proc_show' not found in symbol table",
                    d -> d.section(".rela.data").changeRela(4, r -> r.plus(5))),
            refused("functionOfSeveral", "klp-sympos-required", ".data+128",
                    "livepatch: unresolvable ambiguity for symbol 'init_once' in object '(null)'",
                    d -> target(d, "init_once")),
            refused("functionPositionTooLarge", "klp-sympos-out-of-range", ".data+128",
                    "livepatch: symbol position 3 for symbol 'init_once' in object 'vmlinux' not found", d -> {
                        target(d, "init_once");
                        d.section(".data").put64(112 + 24, 3);
                    }),
            refused("functionNotTraced", "klp-target-notrace", ".data+128",
                    "livepatch: failed to find location for function 'native_sched_clock'",
                    d -> target(d, "native_sched_clock")),
            silent("replacementBeginsInTheMiddle", "klp-new-func-not-code", ".data+112",
                    d -> d.section(".rela.data").changeRela(3, r -> r.plus(2))),
            refused("structModuleWithoutName", "mod-this-module-invalid", ".gnu.linkonce.this_module+0",
                    "kobject: (____ptrval____): attempted to be registered with empty name!",
                    d -> Arrays.fill(d.section(".gnu.linkonce.this_module").data, 24, 32, (byte) 0)),
            new Mutant("twoSectionsOfOneName", "elf-section-duplicate", Outcome.ACCEPTED, ".rodata.str1.1+0",
                    "sysfs: cannot create duplicate filename '/module/fixture/sections/.rodata.str1.1'",
                    d -> d.section(".rodata.str1.1", 1, 2).data(new byte[]{'a', 0})),
            refused("calledVmlinux", "klp-module-named-vmlinux", FILE, "livepatch: vmlinux.ko: invalid module name",
                    d -> {
                        byte[] module = d.section(".gnu.linkonce.this_module").data;
                        System.arraycopy("vmlinux".getBytes(StandardCharsets.ISO_8859_1), 0, module, 24, 7);
                        LivepatchFixture.setModinfo(d, "name", "name=vmlinux");
                    }),
            silent("operandLeadsToUserMemory", "klp-new-func-bad-operand", ".text+3",
                    d -> d.section(KLP_TEXT).changeRela(0, r -> r.plus(0x8000_0000L))),
            silent("functionReadAsVariable", "klp-new-func-bad-operand", ".text+3",
                    d -> d.symbol(SAVED).name = ".klp.sym.vmlinux.cmdline_proc_show,0"),
            silent("tablesLieOverEachOther", "klp-table-bad-pointer", ".data+16", d -> {
                d.section(".rela.data").changeRela(1, r -> r.plus(-32));
                d.section(".rela.data").changeRela(2, r -> r.at(24));
            }),
            new Mutant("definedSymbolForKlpConvert", "klp-not-converted", Outcome.ACCEPTED, ".symtab+144", "",
                    d -> d.symbol("p_once").name = ".klp.sym.rela.fixture.vmlinux.p_once,0"),
            new Mutant("noExit", "klp-no-exit", Outcome.ACCEPTED, ".gnu.linkonce.this_module+0", "", d -> {})
                    .on("@config CONFIG_MODULE_UNLOAD y\n"
                            + "@layout module 256 state:0:4 name:24:56 init:128:8 exit:136:8"),
            new Mutant("signatureOfOtherKind", "mod-sig-malformed", Outcome.ACCEPTED, FILE,
                    "module: not signed with expected PKCS#7 message", d -> d.tail(
                            ("sigs\0\0\1\0\0\0\0\0\0\0\0\4" + SIGNED).getBytes(StandardCharsets.ISO_8859_1))),
            new Mutant("twoPrePatchCallbacks", "klp-callback-duplicate", Outcome.ACCEPTED,
                    ".kpatch.callbacks.pre_patch+16", "extra pre-patch callback for object: vmlinux",
                    d -> kpatchCallbacks(d, "vmlinux", "vmlinux")),
            new Mutant("kpatchsRelocationsAreStillThere", "klp-not-converted", Outcome.ACCEPTED,
                    ".kpatch.relocations+0", "", d -> d.section(".kpatch.relocations", 1, 2).data(new byte[48])),
            new Mutant("objtoolsRelocationsAreStillThere", "klp-not-converted", Outcome.ACCEPTED,
                    "__klp_relocs.vmlinux+0", "", d -> d.section("__klp_relocs.vmlinux", 1, 2).data(new byte[24])),
            new Mutant("symposWithJunk", "klp-sym-trailing-junk", Outcome.ACCEPTED, ".symtab+288", "",
                    d -> d.symbol(INIT_ONCE).name = ".klp.sym.vmlinux.init_once,2x"),
            new Mutant("sectionOfOtherType", "klp-rela-not-rela", Outcome.ACCEPTED, KLP_TEXT + "+0", "",
                    d -> d.section(KLP_TEXT).type = SectionHeader.SHT_PROGBITS),
            new Mutant("classOf32Bits", "elf-class-mismatch", Outcome.ACCEPTED, FILE, "",
                    d -> d.field(HeaderField.CLASS, 1)),
            new Mutant("alignmentOfThree", "elf-align-not-pow2", Outcome.ACCEPTED, ".rodata.str1.1+0", "",
                    d -> d.section(".rodata.str1.1").align = 3),
            new Mutant("stringsWithoutEnd", "elf-strtab-unterminated", Outcome.ACCEPTED, ".strtab+0", "",
                    ModuleRulesTest::cutLastName),
            new Mutant("symbolsCut", "elf-symtab-entsize", Outcome.ACCEPTED, ".symtab+0", "", d -> {
                d.symbol("unused", 0x10, ElfSymbol.SHN_ABS, 0, 0);
                d.field(".symtab", SectionField.SIZE, 24L * d.symbols.size() - 3);
            }),
            new Mutant("relocationsOfNoTable", "rela-link-not-symtab", Outcome.ACCEPTED, ".rela.data+0", "",
                    d -> d.field(".rela.data", SectionField.LINK, 2)),
            new Mutant("relocationsCut", "rela-entsize", Outcome.ACCEPTED, KLP_DATA + "+0", "",
                    d -> d.section(KLP_DATA).data = Arrays.copyOf(d.section(KLP_DATA).data, 30)),
            new Mutant("exportedByTheKernel", "klp-reloc-unneeded", Outcome.ACCEPTED, ".symtab+264", "", d -> {})
                    .on("@export saved_command_line vmlinux all - 44444444"));

    /** What looks odd and is right, or is no matter of these rules. */
    private static final List<Mutant> GOOD = List.of(
            good("nothingChanged", d -> {}),
            good("callbacksOfTwoObjects", d -> kpatchCallbacks(d, "vmlinux", "ext4")),
            good("emptyTableOfKpatch", d -> d.section(".kpatch.callbacks.pre_patch", 1, 3).data(new byte[8])),
            good("weakTombstonesOfObjtool", ModuleRulesTest::tombstone),
            good("symposWithLeadingZero", d -> d.symbol(INIT_ONCE).name = ".klp.sym.vmlinux.init_once,02"),
            good("symposBehindBlank", d -> d.symbol(INIT_ONCE).name = ".klp.sym.vmlinux.init_once, 2"),
            good("symposOneOfUnique", d -> d.symbol(SAVED).name = ".klp.sym.vmlinux.saved_command_line,1"),
            good("unusedSymbolOfNothing",
                    d -> d.symbol(".klp.sym.vmlinux.no_such,0", 0x10, ElfSymbol.SHN_LIVEPATCH, 0, 0)),
            good("sectionNameWithoutTarget", d -> d.section(KLP_TEXT).name = ".klp.rela.vmlinux"),
            good("releaseOfOtherKernelWithCrcs",
                    d -> LivepatchFixture.setModinfo(d, "vermagic",
                            "vermagic=6.1.0-other SMP preempt mod_unload modversions ")),
            good("livepatchMarkOfAnyValue", d -> LivepatchFixture.setModinfo(d, "livepatch", "livepatch=N")),
            good("licenceDual", d -> LivepatchFixture.setModinfo(d, "license", "license=Dual MIT/GPL")));

    /** kpatch-build's table of pre-patch callbacks, with one for each of these objects. */
    private static void kpatchCallbacks(ElfDraft draft, String... objects) {
        String name = ".kpatch.callbacks.pre_patch";
        draft.section(name, 1, 3).data(new byte[16 * objects.length + 8]).align(8);
        int strings = draft.symbol("kpatch_strings", 1, draft.index(".rodata.str1.1"), 0, 0);
        List<ElfDraft.Entry> entries = new ArrayList<>();
        for (int i = 0; i < objects.length; i++) {
            entries.add(new ElfDraft.Entry(16L * i, 1, draft.symbolIndex("klpp_cmdline_proc_show"), 0));
            entries.add(new ElfDraft.Entry(16L * i + 8, 1, strings, LivepatchFixture.addString(draft, objects[i])));
        }
        draft.relocations(".rela" + name, 0, name).relas(entries);
    }

    /** What objtool klp leaves of a reference that became a livepatch relocation: a weak symbol, and R_X86_64_NONE. */
    private static void tombstone(ElfDraft draft) {
        int index = draft.symbol(".klp.tombstone.saved_command_line", 0x20, ElfSymbol.SHN_UNDEF, 0, 0);
        List<ElfDraft.Entry> relas = new ArrayList<>(draft.section(".rela.text").relas());
        relas.add(new ElfDraft.Entry(4, 0, index, 0));
        draft.section(".rela.text").relas(relas);
    }

    @TestFactory
    Stream<DynamicTest> oneDefectGivesOneCode() {
        return MUTANTS.stream().map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> {
            Found found = found(mutant, LivepatchFixture.kernelWith(mutant.facts()));
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
    void aResultThatInitDropsIsToldBesideWhatFails() {
        ElfDraft draft = LivepatchFixture.good();
        initEndsWith(draft, 0);
        draft.section(".rela.data").changeRela(4, r -> r.plus(5));
        LivepatchModule module = LivepatchFixture.read(draft);
        Verdict verdict = ModuleLoader.verify(module, LivepatchFixture.kernel(), List.of());
        assertEquals(Set.of("klp-enable-result-dropped", "klp-func-not-found"),
                Set.copyOf(codes(new ModuleContext(module, Optional.of(LivepatchFixture.kernel()), verdict))));
    }

    @Test
    void aFunctionNotResolvedIsNamedWithItsObjectAndTheNextStep() {
        assertEquals(
                "'ine_proc_show' is not in vmlinux, as that is loaded: the kernel refuses the patch. Write the name, and"
                        + " the object that has it, as /proc/kallsyms does",
                message(d -> d.section(".rela.data").changeRela(4, r -> r.plus(5))));
        assertEquals(
                "2 symbols of vmlinux are called 'init_once': the kernel refuses the patch. Say which with .old_sympos,"
                        + " 1 for the first",
                message(d -> target(d, "init_once")));
        assertEquals(
                "vmlinux has 2 of 'init_once', and .old_sympos is 3: the kernel refuses the patch. Give the number of"
                        + " one that is there",
                message(d -> {
                    target(d, "init_once");
                    d.section(".data").put64(112 + 24, 3);
                }));
    }

    private static String message(Consumer<ElfDraft> change) {
        ElfDraft draft = LivepatchFixture.good();
        change.accept(draft);
        LivepatchModule module = LivepatchFixture.read(draft);
        Verdict verdict = ModuleLoader.verify(module, LivepatchFixture.kernel(), List.of());
        List<Finding> findings = new ArrayList<>();
        RuleCatalog.ALL.module().forEach(rule -> rule
                .check(new ModuleContext(module, Optional.of(LivepatchFixture.kernel()), verdict), findings::add));
        return findings.getFirst().message();
    }

    @Test
    void everyModuleRuleHasAMutant() {
        Set<String> codes = RuleCatalog.ALL.module().stream().map(r -> r.info().code())
                .collect(Collectors.toCollection(TreeSet::new));
        codes.removeAll(WITH_OTHERS);
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
        assertEquals(List.of("klp-sym-not-found", "klp-rela-not-reloadable"),
                codes(new ModuleContext(module, Optional.of(kernel), verdict)));
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
            assertEquals("reloc-target-nonzero", codes(context).getFirst());
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

    private static void target(ElfDraft draft, String function) {
        int at = LivepatchFixture.addString(draft, function);
        draft.section(".rela.data").changeRela(4, r -> r.plus(at));
    }

    /** The object is the module hid, which is not loaded. */
    private static void patchHid(ElfDraft draft) {
        int name = LivepatchFixture.addString(draft, "hid");
        List<ElfDraft.Entry> entries = new ArrayList<>(draft.section(".rela.data").relas());
        entries.add(entries.get(4).at(48 + 16).plus(name));
        draft.section(".rela.data").relas(entries);
    }

    /** The NUL that ends the string table is another byte. */
    private static void cutLastName(ElfDraft draft) {
        draft.symbol("unused", 0x10, ElfSymbol.SHN_ABS, 0, 0);
        draft.lastly(file -> {
            int header = (int) file.getLong(40) + draft.index(".strtab") * SectionHeader.SIZE;
            long end = file.getLong(header + 24) + file.getLong(header + 32);
            file.put((int) end - 1, (byte) 'x');
        });
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
