/* "time: settimeofday: Validate the values of tv from user": microseconds that are no microseconds */
#include <linux/livepatch.h>
#include <linux/time.h>
#include <linux/time64.h>
#include <linux/uaccess.h>
#include "livepatch_external.h"
#include "livepatch_helpers.h"

/* as objtool klp names a symbol that is not exported, before its last step */
extern int do_sys_settimeofday64(const struct timespec64 *tv, const struct timezone *tz)
	asm("\".klp.sym.rela.vmlinux.vmlinux.do_sys_settimeofday64,0\"");

KLP_SYSCALL_DEFINE2(settimeofday, struct __kernel_old_timeval __user *, tv, struct timezone __user *, tz)
{
	struct timespec64 time;
	struct timezone zone;

	if (tv) {
		if (get_user(time.tv_sec, &tv->tv_sec) || get_user(time.tv_nsec, &tv->tv_usec))
			return -EFAULT;
		if (time.tv_nsec < 0 || time.tv_nsec >= USEC_PER_SEC)
			return -EINVAL;
		time.tv_nsec *= NSEC_PER_USEC;
	}
	if (tz && copy_from_user(&zone, tz, sizeof(zone)))
		return -EFAULT;
	return do_sys_settimeofday64(tv ? &time : NULL, tz ? &zone : NULL);
}

static struct klp_func_ext funcs[] __section(".init.klp_funcs") = {
	{ "__x64_sys_settimeofday", __x64_sys_settimeofday, 0 },
};

static struct klp_object_ext objects[] __used __section(".init.klp_objects") = {
	{ .funcs = funcs, .nr_funcs = 1 },
};
