package org.klpls.core.real.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.SectionHeader;

/** A livepatch of a module, after it (early) and before it (late); modules that use each other; livepatches on livepatches. */
final class SeveralModulesVariants {
    private static final String DATA = ".klp.rela.klp_target..data";

    /** Defects of the livepatch of klp_target. */
    private static final Map<String, Consumer<ElfDraft>> DEFECTS = new TreeMap<>(Map.ofEntries(
            Map.entry("none", draft -> {}),
            Map.entry("section_of_vmlinux", draft -> draft.section(DATA).name = ".klp.rela.vmlinux..data"),
            Map.entry("not_alloc", draft -> draft.section(DATA).flags &= ~SectionHeader.SHF_ALLOC),
            Map.entry("not_flagged", draft -> draft.section(DATA).flags &= ~SectionHeader.SHF_RELA_LIVEPATCH),
            Map.entry("far_away", draft -> draft.section(DATA).changeRela(0, e -> e.at(0x7000_0000_0000L))),
            Map.entry("for_a_section_not_loaded", draft -> draft.section(DATA).info = draft.index(".comment")),
            Map.entry("symbol_missing",
                    draft -> draft.symbol(Bases.SECRET).name = ".klp.sym.klp_target.no_such_symbol,0"),
            Map.entry("symbol_of_a_module_not_loaded",
                    draft -> draft.symbol(Bases.SECRET).name = ".klp.sym.another_module.secret,0"),
            Map.entry("symbol_of_vmlinux",
                    draft -> draft.symbol(Bases.SECRET).name = ".klp.sym.vmlinux.saved_command_line,0"),
            Map.entry("symbol_position_2",
                    draft -> draft.symbol(Bases.SECRET).name = ".klp.sym.klp_target.target_secret,2"),
            Map.entry("place_not_zero", draft -> Edits.bytes(draft, ".data",
                    (int) draft.section(DATA).relas().getFirst().offset(), 1, 1)),
            Map.entry("unknown_type", draft -> draft.section(DATA).changeRela(0, e -> e.ofType(9))),
            Map.entry("overflow", draft -> draft.section(DATA).changeRela(0, e -> e.ofType(10))),
            Map.entry("function_missing", draft -> Edits.string(draft, "target_funcs", 0, "no_such_function")),
            Map.entry("function_is_data", draft -> Edits.string(draft, "target_funcs", 0, "target_secret")),
            Map.entry("function_position_2", draft -> Edits.number(draft, "target_funcs", 16, 2)),
            Map.entry("function_in_init", draft -> Edits.string(draft, "target_funcs", 0, "init_module")),
            Map.entry("function_of_vmlinux", draft -> Edits.string(draft, "target_funcs", 0, "version_proc_show")),
            Map.entry("object_of_another_name", draft -> Edits.string(draft, "objs", 0, "klp_targeu"))));

    /** With these there is nothing to be late for. */
    private static final List<String> REFUSED_ALONE = List.of("section_of_vmlinux", "not_flagged");

    private SeveralModulesVariants() {}

    static Stream<Variant> all() {
        return Stream.of(targets(), users(), stacks()).flatMap(List::stream);
    }

    private static List<Variant> targets() {
        List<Variant> variants = new ArrayList<>();
        DEFECTS.forEach((name, change) -> {
            variants.add(Variant.of("module_early_" + name, Bases.MODOBJ, change).after(Bases.TARGET));
            variants.add(Variant.of("module_alone_" + name, Bases.MODOBJ, change));
            if (!REFUSED_ALONE.contains(name)) {
                variants.add(
                        Variant.of("module_late_" + name, Bases.TARGET, draft -> {}).after("module_alone_" + name));
            }
        });
        return variants;
    }

    private static List<Variant> users() {
        return List.of(
                Variant.of("export_of_what_the_kernel_exports", "c_exports_a_symbol",
                        draft -> Edits.replaceText(draft, "__ksymtab_strings", "klpp_xx", "vprintk")),
                Variant.of("use_of_a_module_not_loaded", Bases.USER, draft -> {}),
                Variant.of("use_of_a_module", Bases.USER, draft -> {}).after(Bases.TARGET),
                Variant.of("use_without_importing_the_name_space", Bases.USER,
                        draft -> org.klpls.core.real.Modinfo.remove(draft, "import_ns")).after(Bases.TARGET),
                Variant.of("use_by_a_proprietary_module", Bases.USER,
                        draft -> org.klpls.core.real.Modinfo.set(draft, "license", "Proprietary")).after(Bases.TARGET),
                Variant.of("use_without_crcs", Bases.USER, draft -> draft.section("__versions").name = "__wersions")
                        .after(Bases.TARGET),
                Variant.of("the_same_module_twice", Bases.TARGET, draft -> {}).after(Bases.TARGET),
                Variant.of("livepatch_uses_a_module", "c_uses_another_module", draft -> {}).after(Bases.TARGET));
    }

    private static List<Variant> stacks() {
        return List.of(Variant.of("stack_another_on_the_same_function", Bases.KLP, draft -> {}).after(Bases.PLAIN),
                Variant.of("stack_the_same_twice", Bases.KLP, draft -> {}).after(Bases.KLP),
                Variant.of("stack_replace", "c_replace", draft -> {}).after(Bases.KLP),
                Variant.of("stack_on_a_replace", Bases.KLP, draft -> {}).after("c_replace"),
                Variant.of("states_the_same", Bases.PLAIN, draft -> {}).after("c_states"),
                Variant.of("states_newer_without_replace", "c_states_version_2", draft -> {}).after("c_states"),
                Variant.of("states_newer", "c_replace_states_version_2", draft -> {}).after("c_states"),
                Variant.of("states_older", "c_states", draft -> {}).after("c_states_version_2"),
                Variant.of("states_older_than_the_replaced", "c_states_of_another_id", draft -> {}).after("c_states"),
                Variant.of("states_forgotten_by_a_replace", "c_replace_without_states", draft -> {})
                        .after("c_states"),
                Variant.of("states_added", "c_states", draft -> {}).after(Bases.PLAIN));
    }
}
