// SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0
/*
 * An example for klpls, with mistakes on purpose: README.md tells them all.
 *
 * The kernel's command line may hold a secret, and /proc/cmdline shows it to everybody. This livepatch hides it,
 * marks the kernel as patched in /proc/version, and tries some more.
 */
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/livepatch.h>
#include <linux/seq_file.h>

static int klpp_cmdline_proc_show(struct seq_file *m, void *v)
{
	seq_puts(m, "(hidden)\n");
	return 0;
}

static int klpp_version_proc_show(struct seq_file *m, void *v)
{
	seq_puts(m, "Linux, with cmdline-fix\n");
	return 0;
}

static ssize_t klpp_show(struct kobject *kobj, struct attribute *attr, char *buf)
{
	return 0;
}

static void klpp_do_syscall_64(struct pt_regs *regs, int nr)
{
}

static long klpp_kvm_dev_ioctl(struct file *file, unsigned int ioctl, unsigned long arg)
{
	return 0;
}

static struct klp_func vmlinux_funcs[] = {
	{
		.old_name = "cmdline_proc_show",
		.new_func = klpp_cmdline_proc_show,
	}, {
		.old_name = "version_proc_shwo",
		.new_func = klpp_version_proc_show,
	}, {
		.old_name = "show",
		.new_func = klpp_show,
	}, {
		.old_name = "do_syscall_64",
		.new_func = klpp_do_syscall_64,
	}, { }
};

static struct klp_func kvm_funcs[] = {
	{
		.old_name = "kvm_dev_ioctl",
		.new_func = klpp_kvm_dev_ioctl,
	}
};

static struct klp_object objs[] = {
	{
		.funcs = vmlinux_funcs,
	}, {
		.name = "kvm.ko",
		.funcs = kvm_funcs,
	}, { }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
};

static int __init cmdline_fix_init(void)
{
	return klp_enable_patch(&patch);
}

static void __exit cmdline_fix_exit(void)
{
}

module_init(cmdline_fix_init);
module_exit(cmdline_fix_exit);
MODULE_DESCRIPTION("Hides the kernel's command line");
MODULE_LICENSE("GPL");
