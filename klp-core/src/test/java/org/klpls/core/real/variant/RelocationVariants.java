package org.klpls.core.real.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.ElfDraft.Entry;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.reloc.RelocationType;

/** Relocation entries, of klp sections and of ordinary ones, and klp relocation sections as a whole. */
final class RelocationVariants {
    private static final String DATA = ".klp.rela.vmlinux..data.klpp_types";
    private static final String POINTER = ".klp.rela.vmlinux..data";
    private static final String TEXT = ".klp.rela.vmlinux..text";
    private static final String ORDINARY = ".rela.data.klpp_types";
    private static final String TARGET = ".data.klpp_types";

    /** Where klp_base.c has its place for each type; the one of R_32 is of an ordinary section. */
    private static final Map<RelocationType, Integer> PLACES = new TreeMap<>(
            Map.of(RelocationType.R_64, 0, RelocationType.PC64, 8, RelocationType.PC32, 16, RelocationType.PLT32, 20,
                    RelocationType.R_32S, 24));

    private static final int R_32_PLACE = 28;

    private RelocationVariants() {}

    static Stream<Variant> all() {
        return Stream.of(types(), entries("klp", DATA, 16), entries("ordinary", ORDINARY, R_32_PLACE), places(),
                sections()).flatMap(List::stream);
    }

    /** Each type, with all that can be wrong with it. */
    private static List<Variant> types() {
        List<Variant> variants = new ArrayList<>();
        PLACES.forEach((type, place) -> {
            String name = "rela_" + type.name().toLowerCase(java.util.Locale.ROOT);
            int width = type.width();
            variants.add(klp(name + "_place_not_zero", draft -> Edits.bytes(draft, TARGET, place + width - 1, 1, 1)));
            variants.add(klp(name + "_twice", draft -> Edits.entry(draft, DATA, first(draft, DATA, place, type))));
            variants.add(change(name + "_past_the_end", place, type, e -> e.at(0x20)));
            variants.add(change(name + "_across_the_end", place, type, e -> e.at(0x20 - width + 1)));
            variants.add(change(name + "_far_away", place, type, e -> e.at(0x7000_0000_0000L)));
            variants.add(change(name + "_negative_offset", place, type, e -> e.at(-0x100)));
            variants.add(change(name + "_addend_of_2_gib", place, type, e -> e.plus(0x8000_0000L)));
            variants.add(change(name + "_addend_of_4_gib", place, type, e -> e.plus(0x1_0000_0000L)));
            variants.add(change(name + "_addend_lowest", place, type, e -> e.plus(Long.MIN_VALUE)));
            for (RelocationType other : RelocationType.values()) {
                if (other != type) {
                    variants.add(change(name + "_as_" + other.name().toLowerCase(java.util.Locale.ROOT), place, type,
                            e -> e.ofType(other.number())));
                }
            }
        });
        for (int type : new int[]{3, 5, 6, 7, 8, 9, 12, 13, 14, 15, 23, 25, 37, 41, 42, 119, 0x7fff_ffff, -1}) {
            variants.add(change("rela_of_type_" + type, 16, RelocationType.PC32, e -> e.ofType(type)));
        }
        return variants;
    }

    private static Entry first(ElfDraft draft, String section, int place, RelocationType type) {
        return draft.section(section).relas().stream()
                .filter(e -> e.offset() == place && e.type() == type.number()).findFirst().orElseThrow();
    }

    private static Variant change(String name, int place, RelocationType type, UnaryOperator<Entry> change) {
        return klp(name, draft -> Edits.entry(draft, DATA, place,
                e -> e.type() == type.number() ? change.apply(e) : e));
    }

    /** Symbols of an entry. */
    private static List<Variant> entries(String kind, String section, int place) {
        List<Variant> variants = new ArrayList<>();
        Map<String, Consumer<ElfDraft>> changes = new TreeMap<>(Map.of("symbol_zero",
                draft -> Edits.entry(draft, section, place, e -> e.to(0)), "symbol_behind_the_table",
                draft -> Edits.entry(draft, section, place, e -> e.to(draft.symbols.size())), "symbol_far_behind",
                draft -> Edits.entry(draft, section, place, e -> e.to(10_000)), "symbol_huge",
                draft -> Edits.entry(draft, section, place, e -> e.to(0x7fff_ffff)), "symbol_exported",
                draft -> Edits.entry(draft, section, place, e -> e.to(draft.symbolIndex("seq_printf"))),
                "symbol_of_the_module",
                draft -> Edits.entry(draft, section, place, e -> e.to(draft.symbolIndex("klpp_types"))),
                "symbol_klp", draft -> Edits.entry(draft, section, place, e -> e.to(draft.symbolIndex(Bases.SHOW)))));
        changes.forEach((name, change) -> variants.add(klp("rela_" + kind + "_" + name, change)));
        return variants;
    }

    /** Entries whose place is one that matters, in text and data. */
    private static List<Variant> places() {
        return List.of(
                klp("rela_text_shifted_by_one",
                        draft -> draft.section(TEXT).changeRela(0, e -> e.at(e.offset() + 1))),
                klp("rela_text_over_another", draft -> draft.section(TEXT).changeRela(0,
                        e -> e.at(draft.section(TEXT).relas().get(1).offset()))),
                klp("rela_text_at_fentry", draft -> draft.section(TEXT).changeRela(0, e -> e.at(1))),
                klp("rela_text_next_page", draft -> draft.section(TEXT).changeRela(0, e -> e.at(0x1000))),
                klp("rela_text_another_symbol", draft -> draft.section(TEXT).changeRela(0,
                        e -> e.to(draft.symbolIndex(Bases.VERSION)))),
                klp("rela_text_addend_wrong", draft -> draft.section(TEXT).changeRela(0, e -> e.plus(e.addend() + 8))),
                klp("rela_text_lost", draft -> draft.section(TEXT).relas(draft.section(TEXT).relas().stream().skip(1)
                        .toList())),
                klp("rela_over_the_table_of_funcs", draft -> draft.section(POINTER).changeRela(0,
                        e -> e.at(draft.symbol("funcs").value + 16))),
                klp("rela_over_a_name_pointer", draft -> draft.section(POINTER).changeRela(0,
                        e -> e.at(draft.symbol("funcs").value))),
                klp("rela_unaligned", draft -> draft.section(POINTER).changeRela(0, e -> e.at(e.offset() - 3))),
                klp("rela_into_bss", draft -> {
                    draft.section(".bss").size = 64;
                    draft.section(POINTER).info = draft.index(".bss");
                    draft.section(POINTER).changeRela(0, e -> e.at(8));
                }),
                klp("rela_into_mcount_loc", draft -> draft.section(POINTER).info = draft.index("__mcount_loc")),
                klp("rela_into_strings", draft -> {
                    draft.section(POINTER).info = draft.index(".rodata.str1.1");
                    draft.section(POINTER).changeRela(0, e -> e.at(0));
                }));
    }

    private static List<Variant> sections() {
        List<Variant> variants = new ArrayList<>();
        Map<String, String> names = new TreeMap<>(Map.ofEntries(Map.entry("without_object", ".klp.rela..data"),
                Map.entry("without_section", ".klp.rela.vmlinux"), Map.entry("without_second_dot",
                        ".klp.rela.vmlinux.data"),
                Map.entry("of_another_section", ".klp.rela.vmlinux..text"),
                Map.entry("of_no_section", ".klp.rela.vmlinux..no_such_section"),
                Map.entry("of_klp_target", ".klp.rela.klp_target..data"),
                Map.entry("of_the_module_itself", ".klp.rela.klp_base..data"),
                Map.entry("prefix_misspelt", ".klp.relavmlinux..data"), Map.entry("prefix_of_rela",
                        ".rela.klp.vmlinux..data"),
                Map.entry("object_of_55", ".klp.rela." + "m".repeat(55) + "..data"),
                Map.entry("object_of_56", ".klp.rela." + "m".repeat(56) + "..data"),
                Map.entry("object_upper_case", ".klp.rela.VMLINUX..data"),
                Map.entry("object_with_blank", ".klp.rela.vm linux..data"), Map.entry("empty", ""),
                Map.entry("prefix_alone", ".klp.rela.")));
        names.forEach((name, section) -> variants
                .add(klp("klp_section_name_" + name, draft -> draft.section(POINTER).name = section)));
        for (String section : List.of(POINTER, TEXT)) {
            String which = section.equals(TEXT) ? "klp_section_of_text_" : "klp_section_of_data_";
            variants.add(klp(which + "not_alloc",
                    draft -> draft.section(section).flags &= ~SectionHeader.SHF_ALLOC));
            variants.add(klp(which + "not_flagged",
                    draft -> draft.section(section).flags &= ~SectionHeader.SHF_RELA_LIVEPATCH));
            variants.add(klp(which + "writable", draft -> draft.section(section).flags |= SectionHeader.SHF_WRITE));
            variants.add(klp(which + "empty", draft -> draft.section(section).relas(List.of())));
            variants.add(klp(which + "with_bytes_behind", draft -> draft.section(section).data = java.util.Arrays
                    .copyOf(draft.section(section).data, draft.section(section).data.length + 7)));
            variants.add(klp(which + "of_type_progbits", draft -> draft.section(section).type = 1));
            variants.add(klp(which + "of_type_rel", draft -> draft.section(section).type = 9));
            variants.add(klp(which + "linked_to_nothing", draft -> draft.section(section).link = 0));
            variants.add(klp(which + "for_section_zero", draft -> draft.section(section).info = 0));
            variants.add(klp(which + "for_no_section", draft -> draft.section(section).info = 500));
            variants.add(klp(which + "for_a_section_not_loaded",
                    draft -> draft.section(section).info = draft.index(".comment")));
            variants.add(klp(which + "for_itself", draft -> draft.section(section).info = draft.index(section)));
            variants.add(klp(which + "twice", draft -> draft.relocations(section, draft.section(section).flags,
                    draft.sections.get(draft.section(section).info).name).data = draft.section(section).data));
        }
        variants.add(klp("ordinary_section_flagged_klp",
                draft -> draft.section(".rela.data").flags |= SectionHeader.SHF_RELA_LIVEPATCH));
        variants.add(klp("ordinary_section_of_type_rel", draft -> draft.section(".rela.data").type = 9));
        variants.add(klp("ordinary_section_for_a_section_not_loaded",
                draft -> draft.section(".rela.data").info = draft.index(".comment")));
        variants.add(klp("klp_entries_left_in_ordinary_section", draft -> {
            draft.section(POINTER).relas().forEach(e -> Edits.entry(draft, ".rela.data", e));
            draft.section(POINTER).relas(List.of());
        }));
        return variants;
    }

    private static Variant klp(String name, Consumer<ElfDraft> change) {
        return Variant.of(name, Bases.KLP, change);
    }
}
