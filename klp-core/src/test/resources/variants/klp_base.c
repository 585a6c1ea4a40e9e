// SPDX-License-Identifier: Apache-2.0
/* A livepatch of vmlinux with all seven types of relocations, most of them to be made klp relocations. */
#include <linux/module.h>
#include <linux/kernel.h>
#include <linux/livepatch.h>
#include <linux/seq_file.h>

extern char *saved_command_line;
extern void show(void);
extern int version_proc_show(struct seq_file *m, void *v);

/* One place for each type of relocation; what a reader can know of them is printed. */
struct klpp_types {
	u64 r_64;
	s64 pc64;
	s32 pc32;
	s32 plt32;
	s32 r_32s;
	u32 r_32;
};
extern struct klpp_types klpp_types;
asm(".pushsection .data.klpp_types, \"aw\"\n"
    ".balign 8\n"
    "klpp_types:\n"
    ".quad 0\n .reloc klpp_types, R_X86_64_64, saved_command_line\n"
    ".quad 0\n .reloc klpp_types + 8, R_X86_64_PC64, saved_command_line\n"
    ".long 0\n .reloc klpp_types + 16, R_X86_64_PC32, saved_command_line\n"
    ".long 0\n .reloc klpp_types + 20, R_X86_64_PLT32, saved_command_line\n"
    ".long 0\n .reloc klpp_types + 24, R_X86_64_32S, saved_command_line\n"
    ".weak klpp_absent\n"
    ".long 0\n .reloc klpp_types + 28, R_X86_64_32, klpp_absent + 0x1234\n"
    ".reloc klpp_types, R_X86_64_NONE, saved_command_line\n"
    ".popsection\n");

static char **klpp_line __used = &saved_command_line;

static int klpp_cmdline_proc_show(struct seq_file *m, void *v)
{
	struct klpp_types *t = &klpp_types;

	OPTIMIZER_HIDE_VAR(t);
	seq_printf(m, "%s %px %s\n", saved_command_line, show, *klpp_line);
	seq_printf(m, "%llx %px %px %px %x %x\n", t->r_64, (char *)&t->pc64 + t->pc64, (char *)&t->pc32 + t->pc32,
		   (char *)&t->plt32 + t->plt32, t->r_32s, t->r_32);
	return version_proc_show(m, v);
}
static int klpp_filesystems_proc_show(struct seq_file *m, void *v)
{
	seq_puts(m, "patched\n");
	return 0;
}
static struct klp_func funcs[] = {
	{ .old_name = "cmdline_proc_show", .new_func = klpp_cmdline_proc_show, },
	{ .old_name = "filesystems_proc_show", .new_func = klpp_filesystems_proc_show, },
	{ }
};
static struct klp_object objs[] = { { .funcs = funcs, }, { } };
static struct klp_patch patch = { .mod = THIS_MODULE, .objs = objs, };
static int start(void) { return klp_enable_patch(&patch); }
static void end(void) { }
module_init(start);
module_exit(end);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
