// "/proc/iomem: only expose physical resource addresses to privileged users": show zeros to all others
#include <linux/capability.h>
#include <linux/fs.h>
#include <linux/ioport.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>

#define DEEPEST 5

static int livepatch_r_show(struct seq_file *m, void *v)
{
	struct resource *top = pde_data(file_inode(m->file));
	bool trusted = file_ns_capable(m->file, &init_user_ns, CAP_SYS_ADMIN);
	struct resource *shown = v;
	struct resource *above = v;
	int digits = top->end < 0x10000 ? 4 : 8;
	int level = 0;

	while (level < DEEPEST && above->parent != top) {
		above = above->parent;
		level++;
	}
	seq_printf(m, "%*s%0*llx-%0*llx : %s\n", level * 2, "",
		   digits, trusted ? (unsigned long long)shown->start : 0,
		   digits, trusted ? (unsigned long long)shown->end : 0,
		   shown->name ? shown->name : "<BAD>");
	return 0;
}

static struct klp_func funcs[] = {
	{
		.old_name = "r_show",
		.new_func = livepatch_r_show,
	}, { }
};

static struct klp_object objs[] = {
	{
		/* name being NULL means vmlinux */
		.funcs = funcs,
	}, { }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
};

static int livepatch_init(void)
{
	return klp_enable_patch(&patch);
}

static void livepatch_exit(void)
{
}

module_init(livepatch_init);
module_exit(livepatch_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
