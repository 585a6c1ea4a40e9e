// SPDX-License-Identifier: Apache-2.0
/* A module to be patched: a file in /proc, a variable that is not exported, and two symbols that are. */
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>

static volatile int target_secret __used = 4711;
int target_value = 7;
EXPORT_SYMBOL_GPL(target_value);
int target_in_space = 8;
EXPORT_SYMBOL_NS_GPL(target_in_space, KLPP_SPACE);

static __attribute__((noipa)) int target_hidden(int x)
{
	return target_secret + x;
}

static __attribute__((noipa)) int target_show(struct seq_file *m, void *v)
{
	seq_printf(m, "original %d\n", target_hidden(1));
	return 0;
}

static int __init start(void)
{
	return proc_create_single("klp_target", 0444, NULL, target_show) ? 0 : -ENOMEM;
}

static void __exit end(void)
{
	remove_proc_entry("klp_target", NULL);
}
module_init(start);
module_exit(end);
MODULE_LICENSE("GPL");
