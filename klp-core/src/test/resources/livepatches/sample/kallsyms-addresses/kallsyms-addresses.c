// "kallsyms: don't leak address": no addresses for those who may not see them. Four functions are called s_show
#include <linux/ctype.h>
#include <linux/kallsyms.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/seq_file.h>
#include <linux/version.h>

/* kernel/kallsyms.c has it for itself */
struct kallsym_iter {
	loff_t pos;
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 4, 0)
	loff_t pos_arch_end;
#endif
	loff_t pos_mod_end;
	loff_t pos_ftrace_mod_end;
	loff_t pos_bpf_end;
	unsigned long value;
	unsigned int nameoff;
	char type;
	char name[KSYM_NAME_LEN];
	char module_name[MODULE_NAME_LEN];
	int exported;
	int show_value;
};

static int klpp_s_show(struct seq_file *m, void *p)
{
	struct kallsym_iter *iter = m->private;
	unsigned long value = iter->show_value ? iter->value : 0;
	char type = iter->type;

	if (!iter->name[0])
		return 0;
	if (!iter->module_name[0]) {
		seq_printf(m, "%016lx %c %s\n", value, type, iter->name);
		return 0;
	}
	type = iter->exported ? toupper(type) : tolower(type);
	seq_printf(m, "%016lx %c %s\t[%s]\n", value, type, iter->name, iter->module_name);
	return 0;
}

static struct klp_func funcs[] = {
	{ .old_name = "s_show", .new_func = klpp_s_show, .old_sympos = 2, },
	{ },
};

static struct klp_object objs[] = {
	{ .name = NULL, .funcs = funcs, },
	{ },
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
	.replace = true,
};

static int __init kallsyms_addresses_init(void)
{
	return klp_enable_patch(&patch);
}

static void __exit kallsyms_addresses_exit(void)
{
}

module_init(kallsyms_addresses_init);
module_exit(kallsyms_addresses_exit);
MODULE_LICENSE("GPL v2");
MODULE_INFO(livepatch, "Y");
