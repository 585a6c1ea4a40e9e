#ifndef KALLSYMS_RELOCS_H
#define KALLSYMS_RELOCS_H

struct klp_kallsyms_reloc {
	const char *symname;
	void **addr;
	const char *objname;
	unsigned long sympos;
};

int klp_resolve_kallsyms_relocs(struct klp_kallsyms_reloc *relocs, unsigned long count);

#endif
