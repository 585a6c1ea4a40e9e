// CVE-2017-18344: /proc/PID/timers looks a word up by a number that the program chose
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/pid_namespace.h>
#include <linux/posix-timers.h>
#include <linux/sched/signal.h>
#include <linux/seq_file.h>
#include <linux/version.h>

/* as fs/proc/base.c has it */
struct timers_private {
	struct pid *pid;
	struct task_struct *task;
	struct sighand_struct *sighand;
	struct pid_namespace *ns;
	unsigned long flags;
};

static const char *how(int notify)
{
	switch (notify & ~SIGEV_THREAD_ID) {
	case SIGEV_SIGNAL:
		return "signal";
	case SIGEV_NONE:
		return "none";
	case SIGEV_THREAD:
		return "thread";
	default:
		return "?";
	}
}

static int klpp_show_timer(struct seq_file *m, void *v)
{
	struct timers_private *tp = m->private;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	struct k_itimer *timer = hlist_entry((struct hlist_node *)v, struct k_itimer, list);
#else
	struct k_itimer *timer = list_entry((struct list_head *)v, struct k_itimer, list);
#endif

	seq_printf(m, "ID: %d\nsignal: %d/%px\n", timer->it_id, timer->sigq->info.si_signo,
		   timer->sigq->info.si_value.sival_ptr);
	seq_printf(m, "notify: %s/%s.%d\nClockID: %d\n", how(timer->it_sigev_notify),
		   timer->it_sigev_notify & SIGEV_THREAD_ID ? "tid" : "pid", pid_nr_ns(timer->it_pid, tp->ns),
		   timer->it_clock);
	return 0;
}

/* one variable holds all of the tables */
static struct {
	struct klp_patch patch;
	struct klp_object objs[2];
	struct klp_func funcs[2];
} lp = {
	.funcs = {
		{ .old_name = "show_timer", .new_func = klpp_show_timer },
		{ }
	},
	.objs = {
		{ .funcs = lp.funcs },
		{ }
	},
	.patch = {
		.mod = THIS_MODULE,
		.objs = lp.objs,
	},
};

static int __init show_timer_init(void)
{
	return klp_enable_patch(&lp.patch);
}

static void __exit show_timer_exit(void)
{
}

module_init(show_timer_init);
module_exit(show_timer_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
