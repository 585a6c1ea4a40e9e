/* "fs/proc/uptime.c: Fix idle time reporting in /proc/uptime": NO_HZ's own count, not the accounting's */
#include <linux/kernel_stat.h>
#include <linux/math64.h>
#include <linux/sched.h>
#include <linux/seq_file.h>
#include <linux/time_namespace.h>
#include <linux/timekeeping.h>
#include "bsc1197211.h"
#include "kallsyms_relocs.h"

static u64 (*klpe_get_idle_time)(struct kernel_cpustat *kcs, int cpu);

static struct klp_kallsyms_reloc klp_funcs[] = {
	{ "get_idle_time", (void *)&klpe_get_idle_time },
};

static void print(struct seq_file *m, const struct timespec64 *time, char end)
{
	seq_printf(m, "%lu.%02lu%c", (unsigned long)time->tv_sec, time->tv_nsec / (NSEC_PER_SEC / 100), end);
}

int klpp_uptime_proc_show(struct seq_file *m, void *v)
{
	struct timespec64 uptime, idle;
	u64 nsec = 0;
	u32 rest;
	int cpu;

	for_each_possible_cpu(cpu) {
		struct kernel_cpustat stat;

		kcpustat_cpu_fetch(&stat, cpu);
		nsec += klpe_get_idle_time(&stat, cpu);
	}
	ktime_get_boottime_ts64(&uptime);
	timens_add_boottime(&uptime);
	idle.tv_sec = div_u64_rem(nsec, NSEC_PER_SEC, &rest);
	idle.tv_nsec = rest;
	print(m, &uptime, ' ');
	print(m, &idle, '\n');
	return 0;
}

int livepatch_bsc1197211_init(void)
{
	return klp_resolve_kallsyms_relocs(klp_funcs, ARRAY_SIZE(klp_funcs));
}

void livepatch_bsc1197211_cleanup(void)
{
}
