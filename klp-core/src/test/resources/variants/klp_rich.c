// SPDX-License-Identifier: Apache-2.0
/* A livepatch with all that the kernel rewrites in a module: what stands in its special sections is used at run time. */
#include <linux/module.h>
#include <linux/jump_label.h>
#include <linux/livepatch.h>
#include <linux/percpu.h>
#include <linux/seq_file.h>
#include <linux/static_call.h>
#include <asm/alternative.h>
#include <asm/asm.h>

static DEFINE_STATIC_KEY_TRUE(klpp_on);
static DEFINE_STATIC_KEY_FALSE(klpp_off);
static DEFINE_PER_CPU(int, klpp_percpu) = 5;
static int klpp_ro_after_init __ro_after_init = 6;
static int klpp_bss[64];

static int klpp_add(int x)
{
	return x + 1;
}
DEFINE_STATIC_CALL(klpp_call, klpp_add);

static noinline int klpp_switch(int x)
{
	switch (x) {
	case 0: return 11;
	case 1: return 29;
	case 2: return 31;
	case 3: return 47;
	case 4: return 53;
	case 5: return 67;
	default: return 71;
	}
}

static int klpp_cmdline_proc_show(struct seq_file *m, void *v)
{
	int (*indirect)(int) = READ_ONCE(v) ? klpp_switch : klpp_add;
	int alternative = 1, fault, word = 3;

	asm volatile(ALTERNATIVE("movl $2, %0", "movl $3, %0", X86_FEATURE_ALWAYS) : "=r" (alternative));
	asm volatile("lock; incl %0" : "+m" (word));
	asm volatile("1: movl (%1), %0\n2:\n" _ASM_EXTABLE(1b, 2b) : "=r" (fault)
		     : "r" (0xffffffffff000000ul), "0" (14));
	klpp_bss[3]++;
	seq_printf(m, "%d %d %d %d %d %d %d %d %d\n", static_branch_likely(&klpp_on) ? 1 : 0,
		   static_branch_unlikely(&klpp_off) ? 1 : 0, this_cpu_read(klpp_percpu), klpp_ro_after_init,
		   static_call(klpp_call)(1), indirect(3), alternative, fault, word);
	WARN_ON_ONCE(klpp_bss[3] < 0);
	pr_debug("shown\n");
	return 0;
}

static struct klp_func funcs[] = {
	{ .old_name = "cmdline_proc_show", .new_func = klpp_cmdline_proc_show, },
	{ }
};
static struct klp_object objs[] = { { .funcs = funcs, }, { } };
static struct klp_patch patch = { .mod = THIS_MODULE, .objs = objs, };

static int __init start(void)
{
	return klp_enable_patch(&patch);
}

static void __exit end(void)
{
}
module_init(start);
module_exit(end);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
