// CVE-2024-42301: the list of a parallel port's modes may be longer than its buffer. Written when there was old_addr
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/parport.h>
#include <linux/string.h>
#include <linux/sysctl.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 11, 0)
typedef const struct ctl_table table_t;
#else
typedef struct ctl_table table_t;
#endif

static int new_do_hardware_modes(table_t *table, int write, void *result, size_t *lenp, loff_t *ppos)
{
	static const struct { unsigned int bit; const char *name; } modes[] = {
		{ PARPORT_MODE_PCSPP, "PCSPP" },
		{ PARPORT_MODE_TRISTATE, "TRISTATE" },
		{ PARPORT_MODE_COMPAT, "COMPAT" },
		{ PARPORT_MODE_EPP, "EPP" },
		{ PARPORT_MODE_ECP, "ECP" },
		{ PARPORT_MODE_DMA, "DMA" },
	};
	struct parport *port = table->extra1;
	char text[40];
	int i, len = 0;

	if (*ppos) {
		*lenp = 0;
		return 0;
	}
	if (write)
		return -EACCES;
	for (i = 0; i < ARRAY_SIZE(modes); i++)
		if (port->modes & modes[i].bit)
			len += scnprintf(text + len, sizeof(text) - len, "%s%s", len ? "," : "", modes[i].name);
	len += scnprintf(text + len, sizeof(text) - len, "\n");
	*lenp = min_t(size_t, len, *lenp);
	*ppos += *lenp;
	memcpy(result, text, *lenp);
	return 0;
}

static struct klp_func funcs[] = {
	{
		.old_name = "do_hardware_modes",
		.new_func = new_do_hardware_modes,
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 5, 0)
		.old_addr = 0,
#else
		.old_sympos = 0,
#endif
	},
	{ }
};

static struct klp_object objs[] = {
	{
		.name = "parport",
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 7, 0)
		.relocs = (struct klp_reloc[]) { { } },
#endif
		.funcs = funcs,
	},
	{ }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
};

static int __init parport_modes_init(void)
{
#ifdef klp_have_reliable_stack
	if (!klp_have_reliable_stack() && !patch.immediate)
		patch.immediate = true;
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 1, 0)
	if (klp_register_patch(&patch))
		return -EINVAL;
#endif
	return klp_enable_patch(&patch);
}

static void __exit parport_modes_exit(void)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 1, 0)
	WARN_ON(klp_unregister_patch(&patch));
#endif
}

module_init(parport_modes_init);
module_exit(parport_modes_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
