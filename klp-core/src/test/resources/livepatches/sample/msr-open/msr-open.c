// CVE-2013-0268: /dev/cpu/N/msr is for CAP_SYS_RAWIO only, whatever the file's mode says
#include <linux/capability.h>
#include <linux/cpumask.h>
#include <linux/fs.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/smp.h>
#include <asm/cpufeature.h>
#include <asm/processor.h>

static int klpp_msr_open(struct inode *inode, struct file *file)
{
	unsigned int cpu = iminor(file_inode(file));

	if (!capable(CAP_SYS_RAWIO))
		return -EPERM;
	if (cpu >= nr_cpu_ids || !cpu_online(cpu))
		return -ENXIO;
	return cpu_has(&cpu_data(cpu), X86_FEATURE_MSR) ? 0 : -EIO;
}

static int pre_patch(struct klp_object *obj)
{
	pr_info("%s: %s is about to be patched\n", KBUILD_MODNAME, obj->name);
	return 0;
}

static void post_unpatch(struct klp_object *obj)
{
	pr_info("%s: %s is as it was\n", KBUILD_MODNAME, obj->name);
}

static struct klp_func msr_funcs[] = {
	{ "msr_open", klpp_msr_open },
	{ }
};

static struct klp_object objs[] = {
	{
		.name = "msr",
		.funcs = msr_funcs,
		.callbacks = {
			.pre_patch = pre_patch,
			.post_unpatch = post_unpatch,
		},
	},
	{ }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
};

static int __init msr_open_fix_init(void)
{
	return klp_enable_patch(&patch);
}

static void __exit msr_open_fix_exit(void)
{
}

module_init(msr_open_fix_init);
module_exit(msr_open_fix_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
