package org.klpls.core.real.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.klpls.core.elf.ElfDraft;

/** The patch's tables, changed where they lie. Offsets are of include/linux/livepatch.h, v6.1 and v6.12. */
final class TableVariants {
    private static final int OLD_NAME = 0;
    private static final int NEW_FUNC = 8;
    private static final int OLD_SYMPOS = 16;
    private static final int OLD_FUNC = 24;
    private static final int NAME = 0;
    private static final int FUNCS = 8;
    private static final int PRE_PATCH = 16;
    private static final int MOD = 0;
    private static final int OBJS = 8;
    private static final int STATES = 16;
    private static final int REPLACE = 24;

    /** Names of functions that are not to be patched, or only with care. */
    private static final Map<String, String> OLD_NAMES = new TreeMap<>(Map.ofEntries(Map.entry("missing",
            "no_such_function"), Map.entry("empty", ""), Map.entry("ambiguous", "show"),
            Map.entry("ambiguous_too",
                    "init_once"),
            Map.entry("with_a_slash", "a/b"), Map.entry("with_a_comma", "show,2"), Map.entry("with_a_percent", "%s%s"),
            Map.entry("of_511", "x".repeat(511)), Map.entry("of_512", "x".repeat(512)),
            Map.entry("of_600", "x".repeat(600)), Map.entry("of_255", "x".repeat(255)),
            Map.entry("data", "saved_command_line"), Map.entry("read_only_data", "linux_banner"),
            Map.entry("percpu", "cpu_tss_rw"), Map.entry("init", "start_kernel"),
            Map.entry("init_static", "kernel_init_freeable"), Map.entry("noinstr", "do_syscall_64"),
            Map.entry("notrace", "native_sched_clock"), Map.entry("assembly", "entry_SYSCALL_64"),
            Map.entry("cold", "name_to_dev_t.cold"), Map.entry("alias", "__memcpy"), Map.entry("fentry", "__fentry__"),
            Map.entry("the_handler", "klp_ftrace_handler"), Map.entry("clone", "finish_task_switch.isra.0"),
            Map.entry("without_its_clone", "finish_task_switch"), Map.entry("with_blank", "cmdline_proc_show "),
            Map.entry("upper_case", "CMDLINE_PROC_SHOW"), Map.entry("of_the_module_itself", "klpp_cmdline_proc_show"),
            Map.entry("exported", "seq_lseek"), Map.entry("boundary", "_etext"), Map.entry("absolute",
                    "__x86_return_thunk")));

    private TableVariants() {}

    static Stream<Variant> all() {
        return Stream.of(names(), funcs(), objects(), patch()).flatMap(List::stream);
    }

    private static List<Variant> names() {
        List<Variant> variants = new ArrayList<>();
        OLD_NAMES.forEach((name, text) -> variants
                .add(variant("old_name_" + name, draft -> Edits.string(draft, "funcs", OLD_NAME, text))));
        return variants;
    }

    private static List<Variant> funcs() {
        List<Variant> variants = new ArrayList<>();
        for (long sympos : new long[]{1, 2, 99, -1, 1L << 32}) {
            variants.add(variant("sympos_" + Long.toUnsignedString(sympos),
                    draft -> Edits.number(draft, "funcs", OLD_SYMPOS, sympos)));
        }
        variants.add(variant("sympos_of_an_ambiguous_name", draft -> {
            Edits.string(draft, "funcs", OLD_NAME, "init_once");
            Edits.number(draft, "funcs", OLD_SYMPOS, 3);
        }));
        variants.add(variant("old_name_null", draft -> Edits.number(draft, "funcs", OLD_NAME, 0)));
        variants.add(variant("old_name_user_address", draft -> Edits.number(draft, "funcs", OLD_NAME, 0x1000)));
        variants.add(variant("old_name_wild", draft -> Edits.number(draft, "funcs", OLD_NAME, -0x1000)));
        variants.add(variant("old_name_in_data",
                draft -> Edits.pointer(draft, "funcs", OLD_NAME, "klpp_types", 0)));
        variants.add(variant("new_func_null", draft -> Edits.number(draft, "funcs", NEW_FUNC, 0)));
        variants.add(variant("new_func_user_address", draft -> Edits.number(draft, "funcs", NEW_FUNC, 0x1000)));
        variants.add(variant("new_func_wild", draft -> Edits.number(draft, "funcs", NEW_FUNC, -0x1000)));
        variants.add(variant("new_func_in_data",
                draft -> Edits.pointer(draft, "funcs", NEW_FUNC, "klpp_types", 0)));
        variants.add(variant("new_func_the_other",
                draft -> Edits.pointer(draft, "funcs", NEW_FUNC, "klpp_filesystems_proc_show", 0)));
        variants.add(variant("new_func_behind_its_start",
                draft -> Edits.pointer(draft, "funcs", NEW_FUNC, "klpp_cmdline_proc_show", 4)));
        variants.add(variant("old_func_set", draft -> Edits.number(draft, "funcs", OLD_FUNC, 0x1234)));
        variants.add(variant("first_func_empty", draft -> {
            Edits.number(draft, "funcs", OLD_NAME, 0);
            Edits.number(draft, "funcs", NEW_FUNC, 0);
        }));
        variants.add(variant("first_func_only_sympos", draft -> {
            Edits.number(draft, "funcs", OLD_NAME, 0);
            Edits.number(draft, "funcs", NEW_FUNC, 0);
            Edits.number(draft, "funcs", OLD_SYMPOS, 1);
        }));
        return variants;
    }

    /** Objects that may come later. */
    private static final List<String> NOT_LOADED = List.of("of_55", "of_a_module");

    private static List<Variant> objects() {
        List<Variant> variants = new ArrayList<>();
        Map<String, String> names = new TreeMap<>(Map.of("empty", "", "vmlinux", "vmlinux", "of_55", "o".repeat(55),
                "of_56", "o".repeat(56), "of_600", "o".repeat(600), "with_a_slash", "a/b", "with_a_dash", "a-b",
                "ending_in_ko", "ext4.ko", "of_a_module", "ext4", "of_itself", "klp_base"));
        names.forEach((name, text) -> {
            Variant variant = variant("object_name_" + name, draft -> Edits.string(draft, "objs", NAME, text));
            variants.add(NOT_LOADED.contains(name) ? variant.withoutEffect() : variant);
        });
        variants.add(variant("object_name_wild", draft -> Edits.number(draft, "objs", NAME, -0x1000)));
        variants.add(variant("funcs_null", draft -> Edits.number(draft, "objs", FUNCS, 0)));
        variants.add(variant("funcs_null_and_named", draft -> {
            Edits.string(draft, "objs", NAME, "ext4");
            Edits.number(draft, "objs", FUNCS, 0);
        }));
        variants.add(variant("funcs_wild", draft -> Edits.number(draft, "objs", FUNCS, -0x1000)));
        variants.add(variant("funcs_user_address", draft -> Edits.number(draft, "objs", FUNCS, 0x1000)));
        variants.add(variant("funcs_from_the_second", draft -> Edits.pointer(draft, "objs", FUNCS, "funcs",
                draft.symbol("funcs").size / 3)));
        variants.add(variant("funcs_from_the_end", draft -> Edits.pointer(draft, "objs", FUNCS, "funcs",
                draft.symbol("funcs").size * 2 / 3)));
        variants.add(variant("callback_wild", draft -> Edits.number(draft, "objs", PRE_PATCH, -0x1000)));
        variants.add(variant("callback_user_address", draft -> Edits.number(draft, "objs", PRE_PATCH, 0x1000)));
        return variants;
    }

    private static List<Variant> patch() {
        return List.of(variant("patch_mod_null", draft -> Edits.number(draft, "patch", MOD, 0)),
                variant("patch_mod_wild", draft -> Edits.number(draft, "patch", MOD, -0x1000)),
                variant("patch_objs_null", draft -> Edits.number(draft, "patch", OBJS, 0)),
                variant("patch_objs_wild", draft -> Edits.number(draft, "patch", OBJS, -0x1000)),
                variant("patch_objs_user_address", draft -> Edits.number(draft, "patch", OBJS, 0x1000)),
                variant("patch_objs_are_funcs", draft -> Edits.pointer(draft, "patch", OBJS, "funcs", 0)),
                variant("patch_states_wild", draft -> Edits.number(draft, "patch", STATES, -0x1000)),
                variant("patch_replace", draft -> Edits.bytes(draft, ".data",
                        (int) draft.symbol("patch").value + REPLACE, 1, 1)));
    }

    private static Variant variant(String name, Consumer<ElfDraft> change) {
        return Variant.of("table_" + name, Bases.KLP, change);
    }
}
