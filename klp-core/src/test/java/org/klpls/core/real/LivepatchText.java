package org.klpls.core.real;

/** A livepatch for Debian's kernel, to be put together from parts; without changes it has no defect. */
record LivepatchText(String functions, String funcs, String objects, String modinfo) {
    static final String FUNC = "{ .old_name = \"cmdline_proc_show\", .new_func = klpp_cmdline_proc_show, }";
    static final String OTHER_FUNC = "{ .old_name = \"version_proc_show\", .new_func = klpp_version_proc_show, }";

    private static final String CALL = "klp_enable_patch(&patch)";

    static final LivepatchText GOOD = new LivepatchText("""
            static int klpp_cmdline_proc_show(struct seq_file *m, void *v)
            {
            	seq_puts(m, "patched\\n");
            	return 0;
            }
            """, "", "", "").funcs(FUNC + ",", OTHER_FUNC + ",", "{ }", "};")
            .objects("{ .funcs = funcs, },", "{ }", "};")
            .modinfo("MODULE_LICENSE(\"GPL\");", "MODULE_INFO(livepatch, \"Y\");");

    private static final String TEXT = """
            #include <linux/module.h>
            #include <linux/kernel.h>
            #include <linux/livepatch.h>
            #include <linux/seq_file.h>

            %s
            static int klpp_version_proc_show(struct seq_file *m, void *v)
            {
            	seq_puts(m, "patched too\\n");
            	return 0;
            }

            static struct klp_func funcs[] = {
            %s

            static struct klp_object objs[] = {
            %s

            static struct klp_patch patch = {
            	.mod = THIS_MODULE,
            	.objs = objs,
            };

            static int start(void)
            {
            	return «klp_enable_patch(&patch)»;
            }

            static void end(void)
            {
            }

            module_init(start);
            module_exit(end);
            %s""";

    /** The same with these entries in the table of functions: lines, the last one with what ends the table. */
    LivepatchText funcs(String... entries) {
        return new LivepatchText(functions, lines(entries), objects, modinfo);
    }

    /** The same with these entries in the table of objects: lines, the last one with what ends the table. */
    LivepatchText objects(String... entries) {
        return new LivepatchText(functions, funcs, lines(entries), modinfo);
    }

    LivepatchText modinfo(String... lines) {
        return new LivepatchText(functions, funcs, objects, lines(lines));
    }

    LivepatchText functions(String lines) {
        return new LivepatchText(lines, funcs, objects, modinfo);
    }

    /** The text with one passage of it, which is there once, replaced by another that holds the mark. */
    MarkedText marked(String passage, String replacement) {
        String text = TEXT.formatted(functions, funcs, objects, modinfo).replace("«" + CALL + "»", CALL);
        if (text.split(java.util.regex.Pattern.quote(passage), -1).length != 2) {
            throw new AssertionError("not once in the text: " + passage);
        }
        return MarkedText.of(text.replace(passage, replacement));
    }

    private static String lines(String... lines) {
        return String.join("\n", lines);
    }

    /** The call of klp_enable_patch() is marked, unless another part holds a mark. */
    MarkedText marked() {
        String parts = functions + funcs + objects + modinfo;
        String text = TEXT.formatted(functions, funcs, objects, modinfo);
        return MarkedText.of(parts.contains("«") ? text.replace("«" + CALL + "»", CALL) : text);
    }
}
