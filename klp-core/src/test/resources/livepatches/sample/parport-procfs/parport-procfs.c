// CVE-2024-42301: the numbers of a parallel port are written into buffers that are too small for them
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/parport.h>
#include <linux/string.h>
#include <linux/sysctl.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 11, 0)
#define TABLE const struct ctl_table
#else
#define TABLE struct ctl_table
#endif

static int give(const char *text, int length, void *result, size_t *lenp, loff_t *ppos)
{
	if (*ppos) {
		*lenp = 0;
		return 0;
	}
	*lenp = min_t(size_t, length, *lenp);
	*ppos += *lenp;
	memcpy(result, text, *lenp);
	return 0;
}

#define NUMBER(what)									\
static int klpp_do_hardware_##what(TABLE *table, int write, void *result,		\
				   size_t *lenp, loff_t *ppos)				\
{											\
	struct parport *port = table->extra1;						\
	char text[20];									\
											\
	if (write)									\
		return *ppos ? (*lenp = 0) : -EACCES;					\
	return give(text, scnprintf(text, sizeof(text), "%d\n", port->what), result,	\
		    lenp, ppos);							\
}

NUMBER(irq)
NUMBER(dma)

static int klpp_do_hardware_base_addr(TABLE *table, int write, void *result, size_t *lenp, loff_t *ppos)
{
	struct parport *port = table->extra1;
	char text[64];

	if (write)
		return *ppos ? (*lenp = 0) : -EACCES;
	return give(text, scnprintf(text, sizeof(text), "%lu\t%lu\n", port->base, port->base_hi), result, lenp,
		    ppos);
}

#define KLP_FUNC(name) { .old_name = #name, .new_func = klpp_##name, }

static struct klp_func parport_funcs[] = {
	KLP_FUNC(do_hardware_irq),
	KLP_FUNC(do_hardware_dma),
	KLP_FUNC(do_hardware_base_addr),
	{ }
};

static struct klp_object objs[] = {
	{ .name = "parport", .funcs = parport_funcs, },
	{ }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
};

static int __init parport_procfs_init(void)
{
	return klp_enable_patch(&patch);
}

static void __exit parport_procfs_exit(void)
{
}

module_init(parport_procfs_init);
module_exit(parport_procfs_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
