// "printk: add kernel parameter to control writes to /dev/kmsg": who writes a lot is held back. The limit of an open file is a
// shadow variable, which goes with the file or with the livepatch
#include <linux/fs.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/printk.h>
#include <linux/ratelimit.h>
#include <linux/slab.h>
#include <linux/uio.h>

#define LIMIT 0x6b6d7367
#define LONGEST 976

static int limit_ctor(void *obj, void *shadow_data, void *ctor_data)
{
	ratelimit_state_init(shadow_data, DEFAULT_RATELIMIT_INTERVAL, *(int *)ctor_data);
	return 0;
}

static void limit_dtor(void *obj, void *shadow_data)
{
	ratelimit_state_exit(shadow_data);
}

static __printf(3, 4) void emit(int facility, int level, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vprintk_emit(facility, level, NULL, fmt, args);
	va_end(args);
}

static ssize_t klpp_devkmsg_write(struct kiocb *iocb, struct iov_iter *from)
{
	void *user = iocb->ki_filp->private_data;
	size_t len = iov_iter_count(from);
	int burst = DEFAULT_RATELIMIT_BURST;
	struct ratelimit_state *limit;
	unsigned int prefix = 14;	/* of a user, for his information */
	char *text, *line;

	if (!user || len > LONGEST)
		return -EINVAL;
	limit = klp_shadow_get_or_alloc(user, LIMIT, sizeof(*limit), GFP_KERNEL, limit_ctor, &burst);
	if (limit && !__ratelimit(limit))
		return len;
	text = kzalloc(len + 1, GFP_KERNEL);
	if (!text)
		return -ENOMEM;
	if (!copy_from_iter_full(text, len, from)) {
		kfree(text);
		return -EFAULT;
	}
	line = strchr(text, '>');
	if (text[0] == '<' && line && sscanf(text, "<%u>", &prefix) == 1)
		line++;
	else
		line = text;
	emit(max(prefix >> 3, 1u), prefix & 7, "%s", line);
	kfree(text);
	return len;
}

static void after_unpatch(struct klp_object *obj)
{
	klp_shadow_free_all(LIMIT, limit_dtor);
}

static int before_patch(struct klp_object *obj)
{
	struct klp_state *before = klp_get_prev_state(LIMIT);

	pr_info("kmsg-limit: %s\n", before ? "limits are taken over" : "limits begin");
	return 0;
}

static struct klp_func funcs[] = {
	{ .old_name = "devkmsg_write", .new_func = klpp_devkmsg_write },
	{ }
};

static struct klp_object objs[] = {
	{
		.funcs = funcs,
		.callbacks = {
			.pre_patch = before_patch,
			.post_unpatch = after_unpatch,
		},
	},
	{ }
};

static struct klp_state states[] = {
	{ .id = LIMIT, .version = 1 },
	{ }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
	.states = states,
	.replace = true,
};

static int __init kmsg_limit_init(void)
{
	return klp_enable_patch(&patch);
}

static void __exit kmsg_limit_exit(void)
{
}

module_init(kmsg_limit_init);
module_exit(kmsg_limit_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
