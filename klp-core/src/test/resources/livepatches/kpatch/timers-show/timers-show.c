/* CVE-2017-18344 again, with callbacks: a table of words is indexed by a program's number */
#include <linux/livepatch.h>
#include <linux/pid_namespace.h>
#include <linux/posix-timers.h>
#include <linux/printk.h>
#include <linux/sched/signal.h>
#include <linux/seq_file.h>
#include <linux/version.h>
#include "kpatch-patch.h"

struct timers_private {
	struct pid *pid;
	struct task_struct *task;
	struct sighand_struct *sighand;
	struct pid_namespace *ns;
	unsigned long flags;
};

static int show_timer(struct seq_file *m, void *v)
{
	static const char * const words[] = { "signal", "none", "thread" };
	struct timers_private *tp = m->private;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	struct k_itimer *timer = hlist_entry((struct hlist_node *)v, struct k_itimer, list);
#else
	struct k_itimer *timer = list_entry((struct list_head *)v, struct k_itimer, list);
#endif
	unsigned int how = timer->it_sigev_notify & ~SIGEV_THREAD_ID;

	seq_printf(m, "ID: %d\nsignal: %d/%px\n", timer->it_id, timer->sigq->info.si_signo,
		   timer->sigq->info.si_value.sival_ptr);
	seq_printf(m, "notify: %s/%s.%d\nClockID: %d\n", how < ARRAY_SIZE(words) ? words[how] : "?",
		   timer->it_sigev_notify & SIGEV_THREAD_ID ? "tid" : "pid", pid_nr_ns(timer->it_pid, tp->ns),
		   timer->it_clock);
	return 0;
}

static int before(struct klp_object *obj)
{
	pr_info("kpatch: /proc/PID/timers changes\n");
	return 0;
}

static void after(struct klp_object *obj)
{
	pr_info("kpatch: /proc/PID/timers is as it was\n");
}

KPATCH_CHANGED(show_timer, 0, "vmlinux");
KPATCH_PRE_PATCH_CALLBACK(before, "vmlinux");
KPATCH_POST_UNPATCH_CALLBACK(after, "vmlinux");
