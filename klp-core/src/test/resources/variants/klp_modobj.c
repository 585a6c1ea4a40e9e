// SPDX-License-Identifier: Apache-2.0
/* A livepatch of a module, with klp relocations for it and for vmlinux; it may come before or after its target. */
#include <linux/module.h>
#include <linux/livepatch.h>
#include <linux/seq_file.h>

extern int target_secret;
extern int target_hidden(int x);
extern char *saved_command_line;

static int *klpp_secret __used = &target_secret;

static int klpp_target_show(struct seq_file *m, void *v)
{
	seq_printf(m, "patched %d %d %d\n", target_secret, target_hidden(2), *klpp_secret);
	return 0;
}

static int klpp_cmdline_proc_show(struct seq_file *m, void *v)
{
	seq_printf(m, "patched %s\n", saved_command_line);
	return 0;
}

static struct klp_func target_funcs[] = {
	{ .old_name = "target_show", .new_func = klpp_target_show, },
	{ }
};

static struct klp_func funcs[] = {
	{ .old_name = "cmdline_proc_show", .new_func = klpp_cmdline_proc_show, },
	{ }
};

static struct klp_object objs[] = {
	{ .name = "klp_target", .funcs = target_funcs, },
	{ .funcs = funcs, },
	{ }
};

static struct klp_patch patch = { .mod = THIS_MODULE, .objs = objs, };

static int start(void)
{
	return klp_enable_patch(&patch);
}

static void end(void)
{
}
module_init(start);
module_exit(end);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
