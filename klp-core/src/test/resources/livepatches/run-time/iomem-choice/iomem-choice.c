// "/proc/iomem: only expose physical resource addresses": what is shown instead is chosen by a parameter
#include <linux/capability.h>
#include <linux/fs.h>
#include <linux/ioport.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>

static bool hide_names;
module_param(hide_names, bool, 0444);

static void line(struct seq_file *m, struct resource *r, bool trusted, const char *name)
{
	seq_printf(m, "%08llx-%08llx : %s\n", trusted ? (unsigned long long)r->start : 0,
		   trusted ? (unsigned long long)r->end : 0, name ? name : "<BAD>");
}

static int show_names(struct seq_file *m, void *v)
{
	struct resource *r = v;

	line(m, r, file_ns_capable(m->file, &init_user_ns, CAP_SYS_ADMIN), r->name);
	return 0;
}

static int show_nothing(struct seq_file *m, void *v)
{
	struct resource *r = v;
	bool trusted = file_ns_capable(m->file, &init_user_ns, CAP_SYS_ADMIN);

	line(m, r, trusted, trusted ? r->name : "");
	return 0;
}

static struct klp_func funcs[] = {
	{ .old_name = "r_show", .new_func = show_names },
	{ }
};

static struct klp_object objs[] = {
	{ .funcs = funcs },
	{ }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
};

static int __init iomem_choice_init(void)
{
	if (hide_names)
		funcs[0].new_func = show_nothing;
	return klp_enable_patch(&patch);
}

static void __exit iomem_choice_exit(void)
{
}

module_init(iomem_choice_init);
module_exit(iomem_choice_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
