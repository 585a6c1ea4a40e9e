package org.klpls.core.real.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.klpls.core.elf.ElfDraft;

/** Sections that the kernel looks for by name and rewrites, or rewrites by. */
final class SpecialSectionVariants {
    private static final List<String> SECTIONS = List.of(".altinstructions", "__mcount_loc", ".retpoline_sites",
            ".return_sites", ".orc_unwind", ".orc_unwind_ip", "__bug_table", "__jump_table", "__dyndbg",
            ".data..ro_after_init", ".data..percpu", ".static_call_sites", "__ex_table", ".altinstr_replacement",
            ".init.text", ".exit.text", ".static_call.text");

    private SpecialSectionVariants() {}

    static Stream<Variant> all() {
        return Stream.of(control(), renamed(), places()).flatMap(List::stream);
    }

    private static List<Variant> control() {
        return List.of(rich("as_built", draft -> {}), percpu("of_8192", 8192), percpu("of_8196", 8196),
                percpu("of_32768", 32768), percpu("of_32772", 32772),
                rich("percpu_aligned_to_8192", draft -> draft.section(".data..percpu").align = 8192),
                rich("percpu_aligned_to_48", draft -> draft.section(".data..percpu").align = 48));
    }

    private static Variant percpu(String name, int size) {
        return rich("percpu_" + name, draft -> draft.section(".data..percpu").data = java.util.Arrays
                .copyOf(draft.section(".data..percpu").data, size));
    }

    /** Not found, so not looked at; or looked at without its relocations; or with a byte too many. */
    private static List<Variant> renamed() {
        List<Variant> variants = new ArrayList<>();
        for (String section : SECTIONS) {
            String name = section.replaceAll("\\W+", "_").replaceFirst("^_+", "");
            variants.add(rich(name + "_renamed", draft -> draft.section(section).name = ".xx" + section));
            variants.add(rich(name + "_cut", draft -> draft.section(section).data = java.util.Arrays
                    .copyOf(draft.section(section).data, Math.max(0, draft.section(section).data.length - 3))));
        }
        return variants;
    }

    private static List<Variant> places() {
        List<Variant> variants = new ArrayList<>();
        Map<String, String> relocated = new TreeMap<>(Map.of("alternative", ".rela.altinstructions", "mcount",
                ".rela__mcount_loc", "return_site", ".rela.return_sites", "orc", ".rela.orc_unwind_ip", "bug",
                ".rela__bug_table", "jump", ".rela__jump_table", "static_call", ".rela.static_call_sites",
                "retpoline", ".rela.retpoline_sites", "exception", ".rela__ex_table"));
        relocated.forEach((name, section) -> {
            variants.add(rich(name + "_off_by_one",
                    draft -> draft.section(section).changeRela(0, e -> e.plus(e.addend() + 1))));
            variants.add(rich(name + "_far_away",
                    draft -> draft.section(section).changeRela(0, e -> e.plus(e.addend() + 0x10_0000))));
            variants.add(rich(name + "_not_relocated", draft -> draft.section(section)
                    .relas(draft.section(section).relas().stream().skip(1).toList())));
        });
        return variants;
    }

    private static Variant rich(String name, Consumer<ElfDraft> change) {
        return Variant.of("special_" + name, Bases.RICH, change);
    }
}
