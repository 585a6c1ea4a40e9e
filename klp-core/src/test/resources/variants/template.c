// SPDX-License-Identifier: Apache-2.0
/* A livepatch without a defect, in parts that a variant replaces: "part NAME" to "end of NAME". */
#include <linux/module.h>
#include <linux/kernel.h>
#include <linux/livepatch.h>
#include <linux/seq_file.h>
#include <linux/delay.h>

/* part functions */
static int klpp_cmdline_proc_show(struct seq_file *m, void *v)
{
	seq_puts(m, "patched\n");
	return 0;
}
/* end of functions */

/* part funcs */
static struct klp_func funcs[] = {
	{ .old_name = "cmdline_proc_show", .new_func = klpp_cmdline_proc_show, },
	{ }
};
/* end of funcs */

/* part objects */
static struct klp_object objs[] = {
	{ .funcs = funcs, },
	{ }
};
/* end of objects */

/* part patch */
static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
};
/* end of patch */

/* part start */
static int start(void)
{
	return klp_enable_patch(&patch);
}
module_init(start);
/* end of start */

/* part finish */
static void finish(void)
{
}
module_exit(finish);
/* end of finish */

/* part modinfo */
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
/* end of modinfo */
