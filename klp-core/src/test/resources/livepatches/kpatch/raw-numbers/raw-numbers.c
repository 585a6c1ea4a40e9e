/* "/proc/iomem: only expose physical resource addresses", and CVE-2024-42301, as one cumulative patch */
#include <linux/capability.h>
#include <linux/fs.h>
#include <linux/ioport.h>
#include <linux/livepatch.h>
#include <linux/parport.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/sysctl.h>
#include <linux/version.h>
#include "kpatch-patch.h"

static int r_show(struct seq_file *m, void *v)
{
	struct resource *top = pde_data(file_inode(m->file));
	bool trusted = file_ns_capable(m->file, &init_user_ns, CAP_SYS_ADMIN);
	struct resource *shown = v, *above;
	int digits = top->end < 0x10000 ? 4 : 8;
	int level = 0;

	for (above = shown; level < 5 && above->parent != top; above = above->parent)
		level++;
	seq_printf(m, "%*s%0*llx-%0*llx : %s\n", level * 2, "",
		   digits, trusted ? (unsigned long long)shown->start : 0,
		   digits, trusted ? (unsigned long long)shown->end : 0,
		   shown->name ? shown->name : "<BAD>");
	return 0;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 11, 0)
static int do_hardware_dma(const struct ctl_table *table, int write, void *result, size_t *lenp, loff_t *ppos)
#else
static int do_hardware_dma(struct ctl_table *table, int write, void *result, size_t *lenp, loff_t *ppos)
#endif
{
	struct parport *port = table->extra1;
	char text[20];
	int len;

	if (*ppos) {
		*lenp = 0;
		return 0;
	}
	if (write)
		return -EACCES;
	len = scnprintf(text, sizeof(text), "%d\n", port->dma);
	*lenp = min_t(size_t, len, *lenp);
	*ppos += *lenp;
	memcpy(result, text, *lenp);
	return 0;
}

KPATCH_CHANGED(r_show, 1, "vmlinux");
KPATCH_CHANGED(do_hardware_dma, 1, "parport");
KPATCH_FORCE_UNSAFE(r_show);
