/* Names to addresses, where kallsyms_lookup_name() is not exported: a kprobe knows its address */
#include <linux/errno.h>
#include <linux/kprobes.h>
#include <linux/printk.h>
#include "kallsyms_relocs.h"

int klp_resolve_kallsyms_relocs(struct klp_kallsyms_reloc *relocs, unsigned long count)
{
	struct kprobe probe = { .symbol_name = "kallsyms_lookup_name" };
	unsigned long (*lookup)(const char *name);
	unsigned long i;
	int ret = register_kprobe(&probe);

	if (ret)
		return ret;
	lookup = (void *)probe.addr;
	unregister_kprobe(&probe);
	for (i = 0; i < count; i++) {
		*relocs[i].addr = (void *)lookup(relocs[i].symname);
		if (!*relocs[i].addr) {
			pr_err("livepatch: symbol %s not resolved\n", relocs[i].symname);
			return -ENOENT;
		}
	}
	return 0;
}
