package org.klpls.core.real;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.ElfDraft.Entry;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.real.Defect.Spot;

import static org.klpls.core.real.Fate.HARMLESS;
import static org.klpls.core.real.Fate.REFUSED;
import static org.klpls.core.real.Fate.SILENT;
import static org.klpls.core.real.Fate.UNDEFINED;
import static org.klpls.core.real.KlpSymbols.DATA;
import static org.klpls.core.real.KlpSymbols.LINE;
import static org.klpls.core.real.KlpSymbols.SHOW;
import static org.klpls.core.real.KlpSymbols.TEXT;

/** Defects that come into a module when it is built or worked on, one for each rule that sees them. */
final class ModuleDefects {
    private static final int R_X86_64_GOTPCREL = 9;
    private static final int R_X86_64_32 = 10;

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
            Defect.inModule("rela_not_flagged", "klp-rela-missing-flag", SILENT, section(DATA),
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
                    draft -> Modinfo.set(draft, "license", "Proprietary")));

    private ModuleDefects() {}

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
