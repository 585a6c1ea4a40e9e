package org.klpls.core.real;

import java.util.List;
import java.util.function.Function;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.real.Defect.Spot;

import static org.klpls.core.real.Fate.HARMLESS;
import static org.klpls.core.real.Fate.REFUSED;
import static org.klpls.core.real.Fate.REFUSED_SILENTLY;
import static org.klpls.core.real.Fate.SILENT;
import static org.klpls.core.real.Fate.SOURCE_CRASHES;
import static org.klpls.core.real.Fate.SOURCE_TELLS;
import static org.klpls.core.real.Fate.UNDEFINED;
import static org.klpls.core.real.LivepatchText.FUNC;
import static org.klpls.core.real.LivepatchText.GOOD;
import static org.klpls.core.real.LivepatchText.OTHER_FUNC;

/** Defects that an author writes, one for each rule that sees them. */
final class SourceDefects {
    private static final Function<ElfDraft, Spot> NOWHERE = draft -> Spot.NOWHERE;

    static final List<Defect> ALL = List.of(
            Defect.inSource("not_found", "klp-func-not-found", REFUSED, target("«\"no_such_function\"»")),
            Defect.inSource("ambiguous", "klp-sympos-required", REFUSED, target("«\"show\"»")),
            Defect.inSource("sympos_out_of_range", "klp-sympos-out-of-range", REFUSED,
                    target("\"show\", .old_sympos = «99»")),
            Defect.inSource("notrace_target", "klp-target-notrace", REFUSED, target("«\"native_sched_clock\"»")),
            Defect.inSource("init_target", "klp-target-init", REFUSED, target("«\"start_kernel\"»")),
            Defect.inSource("noinstr_target", "klp-target-noinstr", REFUSED, target("«\"do_syscall_64\"»")),
            Defect.inSource("data_target", "klp-target-data", REFUSED, target("«\"saved_command_line\"»")),
            Defect.inSource("syscall_inner", "klp-target-syscall-inner", REFUSED, target("«\"__do_sys_newuname\"»")),
            Defect.inSource("other_prototype", "klp-new-func-signature-mismatch", SOURCE_TELLS, GOOD.functions("""
                    static int klpp_cmdline_proc_show(struct seq_file *m, int v)
                    {
                    	seq_printf(m, "%d", v);
                    	return 0;
                    }
                    """).funcs("{ .old_name = \"cmdline_proc_show\", .new_func = «klpp_cmdline_proc_show», },",
                    OTHER_FUNC + ",", "{ }", "};")),
            Defect.inText("pointer_given_away", "klp-func-pointer-escapes", SOURCE_TELLS,
                    GOOD.marked("static struct klp_func funcs[]",
                            "static int __used open(struct inode *inode, struct file *file)\n{\n"
                                    + "\treturn single_open(file, «klpp_version_proc_show», NULL);\n}\n"
                                    + "static struct klp_func funcs[]")),
            Defect.inText("other_struct", "klp-struct-layout-differs", SOURCE_TELLS,
                    GOOD.marked("static int klpp_version_proc_show(struct seq_file *m, void *v)\n{\n",
                            "struct «mnt_pcp» {\n\tlong mnt_count;\n\tlong mnt_writers;\n};\n"
                                    + "static int klpp_version_proc_show(struct seq_file *m, void *v)\n{\n"
                                    + "\tseq_printf(m, \"%zu\", sizeof(struct mnt_pcp));\n")),
            Defect.inSource("named_vmlinux", "klp-object-named-vmlinux", SILENT,
                    GOOD.objects("{ .name = «\"vmlinux\"», .funcs = funcs, },", "{ }", "};")),
            Defect.inSource("file_name", "klp-object-name-not-modname", SILENT,
                    GOOD.objects("{ .name = «\"ext4.ko\"», .funcs = funcs, },", "{ }", "};")),
            Defect.inSource("endless_funcs", "klp-funcs-missing-terminator", UNDEFINED,
                    GOOD.funcs(FUNC + ",", OTHER_FUNC + ",", "«}»;")),
            Defect.inSource("endless_objects", "klp-objs-missing-terminator", UNDEFINED,
                    GOOD.objects("{ .funcs = funcs, },", "«}»;")),
            Defect.inSource("early_end", "klp-table-early-terminator", SILENT,
                    GOOD.funcs(FUNC + ",", "«{ }»,", OTHER_FUNC + ",", "{ }", "};")),
            Defect.inSource("duplicate", "klp-func-duplicate", REFUSED,
                    GOOD.funcs(FUNC + ",", OTHER_FUNC + ",",
                            "{ .old_name = «\"cmdline_proc_show\"», .new_func = klpp_version_proc_show, },", "{ }",
                            "};")),
            Defect.inSource("duplicate_by_sympos", "klp-func-duplicate", REFUSED,
                    GOOD.funcs(FUNC + ",", OTHER_FUNC + ",",
                            "{ .old_name = «\"cmdline_proc_show\"», .new_func = klpp_version_proc_show,"
                                    + " .old_sympos = 1, },",
                            "{ }", "};")),
            Defect.inSource("no_old_name", "klp-func-no-old-name", REFUSED_SILENTLY,
                    GOOD.funcs(FUNC + ",", "«{ .new_func = klpp_version_proc_show }», { }", "};")),
            Defect.inSource("no_new_func", "klp-func-no-new-func", REFUSED_SILENTLY,
                    GOOD.funcs(FUNC + ",", "«{ .old_name = \"version_proc_show\" }», { }", "};")),
            Defect.inSource("object_without_funcs", "klp-object-null-funcs", REFUSED_SILENTLY,
                    GOOD.objects("{ .funcs = funcs, }, «{ .name = \"ext4\" }», { }", "};")),
            Defect.inSource("object_twice", "klp-object-duplicate", REFUSED,
                    GOOD.objects("{ .funcs = funcs, },",
                            "«{ .funcs = (struct klp_func[]) { { \"uptime_proc_show\", klpp_version_proc_show }, { } } }»,",
                            "{ }", "};")),
            Defect.inSource("shared_funcs", "klp-funcs-shared", UNDEFINED,
                    GOOD.objects("{ .name = \"ext4\", .funcs = (struct klp_func[]) { { } } },",
                            "{ .name = \"xfs\", .funcs = funcs }, «{ .name = \"btrfs\", .funcs = funcs }», { }", "};")),
            Defect.inSource("long_object_name", "klp-object-name-too-long", REFUSED_SILENTLY,
                    GOOD.objects("{ .funcs = funcs, },",
                            "{ .name = «\"" + "a".repeat(56) + "\"», .funcs = (struct klp_func[]) { { } } }, { }",
                            "};")),
            Defect.inSource("long_old_name", "klp-func-name-too-long", REFUSED_SILENTLY,
                    target("«\"" + "a".repeat(512) + "\"»")),
            Defect.inSource("no_objects", "klp-patch-empty", SOURCE_TELLS, GOOD.objects("«{ }»", "};")),
            Defect.inSource("not_marked", "klp-modinfo-missing", REFUSED, GOOD.modinfo("MODULE_LICENSE(\"GPL\");")),
            Defect.inText("no_module", "klp-patch-null-field", REFUSED_SILENTLY,
                    GOOD.marked("struct klp_patch patch = {\n\t.mod = THIS_MODULE,\n",
                            "struct klp_patch «patch» = {\n")),
            Defect.inText("patch_in_init", "klp-table-in-init", UNDEFINED,
                    GOOD.marked("klp_patch patch =", "klp_patch patch «__initdata» =")),
            Defect.inText("patch_on_the_stack", "klp-patch-not-module-lifetime", SOURCE_CRASHES,
                    GOOD.marked("return klp_enable_patch(&patch);",
                            "struct klp_patch «mine» = { .mod = THIS_MODULE, .objs = objs };"
                                    + " patch = mine; return klp_enable_patch(&mine);")),
            Defect.inText("read_only_patch", "klp-table-const", UNDEFINED,
                    GOOD.marked("klp_patch patch =", "klp_patch patch «__ro_after_init» =")),
            Defect.inText("never_enabled", "klp-patch-never-enabled", SOURCE_TELLS,
                    GOOD.marked("int start(void)\n{\n\treturn klp_enable_patch(&patch);\n}",
                            "int __maybe_unused enable(void)\n{\n\treturn «klp_enable_patch(&patch)»;\n}\n"
                                    + "static int start(void)\n{\n\treturn 0;\n}")),
            Defect.inText("calls_the_original", "klp-new-func-calls-itself", SOURCE_CRASHES,
                    GOOD.functions("""
                            static void klpp_path_get(const struct path *path)
                            {
                            	«path_get(path)»;
                            	seq_put_decimal_ull(NULL, NULL, 0);
                            }
                            """).funcs("{ .old_name = \"path_get\", .new_func = klpp_path_get, },", "{ }", "};")
                            .marked()),
            Defect.inText("result_dropped", "klp-enable-result-dropped", SOURCE_TELLS,
                    GOOD.marked("\treturn klp_enable_patch(&patch);", "\t«klp_enable_patch(&patch)»;\n\treturn 0;")),
            Defect.inText("second_patch", "klp-enable-twice", UNDEFINED,
                    GOOD.marked("static int start(void)\n{\n\treturn klp_enable_patch(&patch);\n}",
                            "static struct klp_object more[] = { { .funcs = (struct klp_func[]) {"
                                    + " { \"uptime_proc_show\", klpp_version_proc_show }, { } } }, { } };\n"
                                    + "static struct klp_patch second = { .mod = THIS_MODULE, .objs = more };\n"
                                    + "static int start(void)\n{\n\tint ret = klp_enable_patch(&patch);\n"
                                    + "\tif (ret)\n\t\treturn ret;\n\tret = «klp_enable_patch(&second)»;\n"
                                    + "\treturn ret;\n}")),
            Defect.inText("fails_after_enable", "klp-init-fails-after-enable", UNDEFINED,
                    GOOD.marked("\treturn klp_enable_patch(&patch);",
                            "\tint ret = klp_enable_patch(&patch);\n\n\treturn «ret ? ret : -ENOMEM»;")),
            Defect.inText("positive_return", "klp-init-positive-return", SOURCE_TELLS,
                    GOOD.marked("\treturn klp_enable_patch(&patch);",
                            "\tint ret = klp_enable_patch(&patch);\n\n\tif (ret)\n\t\treturn ret;\n"
                                    + "\treturn «ENODEV»;")),
            Defect.inText("state_twice", "klp-state-duplicate", SOURCE_TELLS,
                    GOOD.marked("static struct klp_patch patch = {",
                            "static struct klp_state states[] = { { .id = 1 },\n\t{ .id = «1» }, { } };\n"
                                    + "static struct klp_patch patch = {\n\t.states = states,")),
            Defect.inText("replacement_in_init", "klp-new-func-in-init", SILENT,
                    GOOD.marked("static int klpp_version_proc_show(", "static int «__init» klpp_version_proc_show(")),
            failingCallback(),
            // modpost refuses the licence, so the module is built with another one and changed.
            new Defect("not_gpl", "mod-license-not-gpl",
                    GOOD.modinfo("MODULE_LICENSE(«\"Proprietary\"»);", "MODULE_INFO(livepatch, \"Y\");").marked(),
                    GOOD.marked(), draft -> Modinfo.set(draft, "license", "Proprietary"), NOWHERE,
                    REFUSED),
            new Defect("stale", "klp-module-stale",
                    GOOD.funcs(FUNC + ",",
                            "{ .old_name = «\"uptime_proc_show\"», .new_func = klpp_version_proc_show, },", "{ }", "};")
                            .marked(),
                    GOOD.marked(), draft -> {}, NOWHERE, HARMLESS));

    private SourceDefects() {}

    /** Told of the module only, at the callback. */
    private static Defect failingCallback() {
        MarkedText text = MarkedText.of(GOOD.objects("{ .funcs = funcs, .callbacks = { .pre_patch = prepare } },",
                "{ }", "};").marked().text().replace("static struct klp_object objs",
                        "static int prepare(struct klp_object *obj)\n{\n\treturn -ENODEV;\n}\n\n"
                                + "static struct klp_object objs"));
        return new Defect("callback_fails", "klp-callback-failed", text, text, draft -> {},
                draft -> new Spot(".text", draft.symbol("prepare").value), REFUSED);
    }

    /** A second entry that patches the target. */
    private static LivepatchText target(String oldName) {
        return GOOD.funcs(FUNC + ",", "{ .old_name = " + oldName + ", .new_func = klpp_version_proc_show, },", "{ }",
                "};");
    }
}
