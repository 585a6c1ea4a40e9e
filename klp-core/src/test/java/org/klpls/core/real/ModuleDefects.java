package org.klpls.core.real;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.ElfDraft.Entry;
import org.klpls.core.elf.ElfDraft.HeaderField;
import org.klpls.core.elf.ElfDraft.SectionField;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.real.Defect.Spot;

import static org.klpls.core.real.Fate.CRASHES;
import static org.klpls.core.real.Fate.HARMLESS;
import static org.klpls.core.real.Fate.REFUSED;
import static org.klpls.core.real.Fate.REFUSED_SILENTLY;
import static org.klpls.core.real.Fate.SILENT;
import static org.klpls.core.real.Fate.UNDEFINED;
import static org.klpls.core.real.Fate.WARNS;
import static org.klpls.core.real.KlpSymbols.DATA;
import static org.klpls.core.real.KlpSymbols.LINE;
import static org.klpls.core.real.KlpSymbols.SHOW;
import static org.klpls.core.real.KlpSymbols.TEXT;

/** Defects that come into a module when it is built or worked on, one for each rule that sees them. */
final class ModuleDefects {
    private static final int R_X86_64_GOTPCREL = 9;
    private static final int R_X86_64_32 = 10;
    private static final int R_X86_64_32S = 11;

    /** Without the import modpost would not let it pass, so that is taken out of the module. */
    private static final MarkedText USES_A_NAMESPACE = MarkedText.of(LivepatchText.GOOD.functions("""
            #include <linux/dma-buf.h>

            MODULE_IMPORT_NS(DMA_BUF);

            static int klpp_cmdline_proc_show(struct seq_file *m, void *v)
            {
            	if (m->private)
            		dma_buf_put(m->private);
            	return 0;
            }
            """).marked().text());

    static final List<Defect> ALL = List.of(
            Defect.inModule("sym_without_sympos", "klp-sym-bad-name", REFUSED,
                    entryOf(TEXT, ".klp.sym.vmlinux.saved_command_line"),
                    draft -> draft.symbol(LINE).name = ".klp.sym.vmlinux.saved_command_line"),
            Defect.inModule("sym_absolute", "klp-sym-not-livepatch-shndx", REFUSED, entryOf(TEXT, LINE),
                    draft -> draft.symbol(LINE).shndx = ElfSymbol.SHN_ABS),
            Defect.inModule("sym_missing", "klp-sym-not-found", REFUSED,
                    entryOf(TEXT, ".klp.sym.vmlinux.no_such_symbol,0"),
                    draft -> draft.symbol(LINE).name = ".klp.sym.vmlinux.no_such_symbol,0"),
            Defect.inModule("sym_ambiguous", "klp-sym-ambiguous", REFUSED, entryOf(TEXT, ".klp.sym.vmlinux.show,0"),
                    draft -> draft.symbol(SHOW).name = ".klp.sym.vmlinux.show,0"),
            Defect.inModule("sym_out_of_range", "klp-sympos-out-of-range", REFUSED,
                    entryOf(TEXT, ".klp.sym.vmlinux.show,99"),
                    draft -> draft.symbol(SHOW).name = ".klp.sym.vmlinux.show,99"),
            Defect.inModule("rela_without_object", "klp-rela-bad-name", REFUSED, section(".klp.rela..data"),
                    draft -> draft.section(DATA).name = ".klp.rela..data"),
            // The kernel applies it from its copy of the file; only relocations of a module are read later, when it is gone.
            Defect.inModule("rela_not_alloc", "klp-rela-not-alloc", HARMLESS, section(DATA),
                    draft -> draft.section(DATA).flags &= ~SectionHeader.SHF_ALLOC),
            Defect.inModule("rela_not_flagged", "klp-rela-missing-flag", HARMLESS, section(DATA),
                    draft -> draft.section(DATA).flags &= ~SectionHeader.SHF_RELA_LIVEPATCH),
            Defect.inModule("sym_in_normal_rela", "klp-sym-in-normal-rela", SILENT, section(".rela.data"),
                    ModuleDefects::moveToNormalRela),
            Defect.inModule("type_gotpcrel", "reloc-unknown-type", REFUSED, entry(DATA, 0),
                    dataEntry(entry -> entry.ofType(R_X86_64_GOTPCREL))),
            Defect.inModule("same_place_twice", "reloc-target-nonzero", REFUSED, entry(DATA, 1),
                    ModuleDefects::repeatDataEntry),
            Defect.inModule("overflow", "reloc-overflow", REFUSED, entry(DATA, 0),
                    dataEntry(entry -> entry.ofType(R_X86_64_32))),
            Defect.inModule("past_the_end", "reloc-offset-bounds", UNDEFINED, entry(DATA, 0),
                    dataEntry(entry -> entry.at(0x100000))),
            Defect.inModule("vermagic", "mod-vermagic-mismatch", REFUSED, section(Modinfo.SECTION),
                    draft -> Modinfo.set(draft, "vermagic",
                            Modinfo.value(draft, "vermagic").replace(" SMP ", " "))),
            Defect.inModule("license_lost", "mod-license-not-gpl", REFUSED, section(Modinfo.SECTION),
                    draft -> Modinfo.set(draft, "license", "Proprietary")),
            Defect.inModule("linked_as_program", "elf-not-rel", REFUSED, file(), d -> d.field(HeaderField.TYPE, 2)),
            Defect.inModule("other_machine", "elf-wrong-machine", REFUSED, file(),
                    d -> d.field(HeaderField.MACHINE, 183)),
            Defect.inModule("no_section_names", "elf-bad-shstrndx", REFUSED, file(),
                    d -> d.field(HeaderField.SHSTRNDX, 9999)),
            Defect.inModule("section_names_outside", "elf-shstrtab-bounds", REFUSED, file(),
                    d -> d.field(".shstrtab", SectionField.SIZE, 1L << 40)),
            Defect.inModule("section_names_empty", "elf-shstrtab-empty", REFUSED, file(),
                    d -> d.field(".shstrtab", SectionField.SIZE, 0)),
            Defect.inModule("section_names_cut", "elf-shstrtab-unterminated", REFUSED, file(),
                    ModuleDefects::overwriteLastName),
            Defect.inModule("first_section", "elf-section0-not-null", REFUSED, file(),
                    d -> d.lastly(file -> d.put(file, 0, SectionField.ADDR, 1))),
            Defect.inModule("strings_of_symbols", "elf-symtab-bad-link", REFUSED, file(),
                    d -> d.field(".symtab", SectionField.LINK, 9999)),
            Defect.inModule("section_outside", "elf-section-bounds", REFUSED, file(),
                    d -> d.field(".comment", SectionField.SIZE, 1L << 40)),
            Defect.inModule("section_name_outside", "elf-section-name-bounds", REFUSED, file(),
                    d -> d.field(".rodata.str1.1", SectionField.NAME, 0xff_ffff)),
            Defect.inModule("stripped", "mod-stripped", REFUSED, file(),
                    d -> d.field(".symtab", SectionField.TYPE, SectionHeader.SHT_PROGBITS)),
            Defect.inModule("no_struct_module", "mod-no-this-module", REFUSED, file(),
                    d -> d.section(".gnu.linkonce.this_module").name = ".gnu.linkonce.that_module"),
            Defect.inModule("signature_cut", "mod-sig-malformed", REFUSED_SILENTLY, file(), d -> d.tail(
                    "\0\0\2\0\0\0\0\0\177\377\377\377~Module signature appended~\n"
                            .getBytes(StandardCharsets.ISO_8859_1))),
            Defect.inModule("too_large", "mod-too-large", REFUSED_SILENTLY, file(),
                    d -> d.section(".bss").size = 0x7000_0000L),
            Defect.inModule("no_vermagic", "mod-no-vermagic", WARNS, section(Modinfo.SECTION),
                    d -> Modinfo.remove(d, "vermagic")),
            Defect.inModule("no_versions", "mod-no-versions", WARNS, file(),
                    d -> d.section("__versions").name = "__wersions"),
            Defect.inModule("export_without_crc", "modver-export-no-crc", WARNS, file(),
                    d -> d.section("__ksymtab", SectionHeader.SHT_PROGBITS, SectionHeader.SHF_ALLOC)
                            .data(new byte[12])),
            Defect.inModule("no_retpoline", "mod-no-retpoline", WARNS, section(Modinfo.SECTION),
                    d -> Modinfo.remove(d, "retpoline")),
            Defect.inModule("not_converted", "klp-not-converted", REFUSED, section(".symtab"),
                    d -> d.symbol("seq_printf").name = ".klp.sym.rela.vmlinux.vmlinux.seq_printf,0"),
            Defect.inModule("rel_section", "reloc-rel-unsupported", REFUSED, section(".rela__mcount_loc"),
                    d -> d.section(".rela__mcount_loc").type = SectionHeader.SHT_REL),
            Defect.inModule("cut_to_32_bits", "reloc-pc32-truncated", HARMLESS, entryOf(TEXT, LINE),
                    d -> d.section(TEXT).changeRela(firstOf(d, TEXT, LINE), e -> e.plus(e.addend() + 0x1_0000_0000L))),
            Defect.inModule("relocation_lost", "reloc-missing", SILENT, section(".text"),
                    d -> d.section(TEXT).relas(d.section(TEXT).relas().stream()
                            .filter(e -> e.symbol() != d.symbolIndex(LINE)).toList())),
            Defect.inModule("address_for_distance", "reloc-not-relative", SILENT, section(".text"),
                    d -> d.section(TEXT).changeRela(firstOf(d, TEXT, LINE), e -> e.ofType(R_X86_64_32S))),
            Defect.inModule("for_no_section", "klp-rela-bad-target", SILENT, section(DATA),
                    d -> d.section(DATA).info = 500),
            Defect.inModule("not_at_fentry", "mcount-loc-not-fentry", REFUSED, section("__mcount_loc"),
                    d -> d.section(".rela__mcount_loc").changeRela(0, e -> e.plus(e.addend() + 1))),
            Defect.inModule("unwind_tables", "orc-size-mismatch", SILENT, section(".orc_unwind"),
                    d -> d.section(".orc_unwind").data = Arrays.copyOf(d.section(".orc_unwind").data,
                            d.section(".orc_unwind").data.length + 6)),
            Defect.inModule("alternative_elsewhere", "mod-bad-site", UNDEFINED, section(".return_sites"),
                    d -> d.section(".rela.return_sites").changeRela(0, e -> e.plus(e.addend() + 0x10_0000))),
            Defect.inModule("sympos_with_junk", "klp-sym-trailing-junk", HARMLESS, section(".symtab"),
                    d -> d.symbol(SHOW).name = SHOW + "x"),
            Defect.inModule("class_of_32_bits", "elf-class-mismatch", HARMLESS, file(),
                    d -> d.field(HeaderField.CLASS, 1)),
            Defect.inModule("symbols_cut", "elf-symtab-entsize", HARMLESS, section(".symtab"), d -> {
                d.symbol("unused", 0x10, ElfSymbol.SHN_ABS, 0, 0);
                d.field(".symtab", SectionField.SIZE, (long) ElfSymbol.SIZE * d.symbols.size() - 3);
            }),
            Defect.inModule("relocations_cut", "rela-entsize", HARMLESS, section(DATA),
                    d -> d.section(DATA).data = Arrays.copyOf(d.section(DATA).data,
                            d.section(DATA).data.length + 7)),
            Defect.inModule("modinfo_not_alloc", "mod-modinfo-not-alloc", REFUSED, section(Modinfo.SECTION),
                    d -> d.section(Modinfo.SECTION).flags &= ~SectionHeader.SHF_ALLOC),
            Defect.inModule("symbol_name_outside", "elf-symname-bounds", CRASHES, section(".symtab"),
                    d -> d.symbol("klpp_line").nameOffset = 0x7fff_ff00),
            Defect.inModule("percpu_alignment", "mod-percpu", WARNS, section(".data..percpu"),
                    d -> d.section(".data..percpu", SectionHeader.SHT_PROGBITS,
                            SectionHeader.SHF_ALLOC | SectionHeader.SHF_WRITE).data(new byte[8]).align(8192)),
            Defect.inModule("percpu_too_large", "mod-percpu", REFUSED, section(".data..percpu"),
                    d -> d.section(".data..percpu", SectionHeader.SHT_PROGBITS,
                            SectionHeader.SHF_ALLOC | SectionHeader.SHF_WRITE).data(new byte[1 << 20])),
            Defect.inModule("init_crashes", "klp-init-crashes", CRASHES, section(".text"), d -> {
                int afterFentry = (int) d.symbol("init_module").value + 5;
                d.section(".text").data[afterFentry] = 0x0f;
                d.section(".text").data[afterFentry + 1] = 0x0b;
            }),
            new Defect("namespace_not_imported", "sym-namespace-not-imported", USES_A_NAMESPACE, USES_A_NAMESPACE,
                    draft -> Modinfo.remove(draft, "import_ns"), section(".symtab"), REFUSED),
            Defect.inModule("alignment_of_three", "elf-align-not-pow2", HARMLESS, section(".rodata.str1.1"),
                    d -> d.section(".rodata.str1.1").align = 3));

    private ModuleDefects() {}

    private static final int FILE = -2;

    /** The file as a whole. */
    private static Function<ElfDraft, Spot> file() {
        return _ -> new Spot("", FILE);
    }

    /** The NUL that ends the table of section names is another byte. */
    private static void overwriteLastName(ElfDraft draft) {
        draft.lastly(file -> {
            int header = (int) file.getLong(40) + draft.index(".shstrtab") * SectionHeader.SIZE;
            file.put((int) (file.getLong(header + 24) + file.getLong(header + 32)) - 1, (byte) 'x');
        });
    }

    private static int firstOf(ElfDraft draft, String section, String symbol) {
        return draft.section(section).relas().stream().map(Entry::symbol).toList().indexOf(draft.symbolIndex(symbol));
    }

    private static Function<ElfDraft, Spot> section(String name) {
        return draft -> new Spot(name, -1);
    }

    /** The n-th entry of a relocation section. */
    private static Function<ElfDraft, Spot> entry(String section, int n) {
        return draft -> new Spot(section, (long) Rela.SIZE * n);
    }

    /** The first entry of a relocation section that refers to this symbol. */
    private static Function<ElfDraft, Spot> entryOf(String section, String symbol) {
        return draft -> {
            List<Integer> symbols = draft.section(section).relas().stream().map(Entry::symbol).toList();
            return new Spot(section, (long) Rela.SIZE * symbols.indexOf(draft.symbolIndex(symbol)));
        };
    }

    private static Consumer<ElfDraft> dataEntry(UnaryOperator<Entry> change) {
        return draft -> draft.section(DATA).changeRela(0, change);
    }

    private static void repeatDataEntry(ElfDraft draft) {
        ElfDraft.Section section = draft.section(DATA);
        section.relas(List.of(section.relas().getFirst(), section.relas().getFirst()));
    }

    private static void moveToNormalRela(ElfDraft draft) {
        ElfDraft.Section klp = draft.section(DATA);
        ElfDraft.Section normal = draft.section(".rela.data");
        List<Entry> entries = new ArrayList<>(normal.relas());
        entries.addAll(klp.relas());
        normal.relas(entries);
        klp.relas(List.of());
    }
}
