/* CVE-2010-2942: a dump of a traffic control action has bytes that nobody set */
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/netlink.h>
#include <linux/tc_act/tc_defact.h>
#include <linux/version.h>
#include <net/act_api.h>
#include <net/netlink.h>
#include <net/tc_act/tc_defact.h>

#define BEFORE(major, minor) (LINUX_VERSION_CODE < KERNEL_VERSION(major, minor, 0))

static int klpp_tcf_simp_dump(struct sk_buff *skb, struct tc_action *a, int bind, int ref)
{
	unsigned char *start = skb_tail_pointer(skb);
	struct tcf_defact *d = to_defact(a);
	struct tc_defact opt;
	struct tcf_t t;
	int err;

	memset(&opt, 0, sizeof(opt));
	memset(&t, 0, sizeof(t));
	opt.index = d->tcf_index;
	opt.refcnt = refcount_read(&d->tcf_refcnt) - ref;
	opt.bindcnt = atomic_read(&d->tcf_bindcnt) - bind;
	spin_lock_bh(&d->tcf_lock);
	opt.action = d->tcf_action;
	tcf_tm_dump(&t, &d->tcf_tm);
	err = nla_put(skb, TCA_DEF_PARMS, sizeof(opt), &opt) ||
	      nla_put_string(skb, TCA_DEF_DATA, d->tcfd_defdata) ||
	      nla_put_64bit(skb, TCA_DEF_TM, sizeof(t), &t, TCA_DEF_PAD);
	spin_unlock_bh(&d->tcf_lock);
	if (!err)
		return skb->len;
	nlmsg_trim(skb, start);
	return -1;
}

static struct klp_func funcs[] = {
	{
		.old_name = "tcf_simp_dump",
		.new_func = klpp_tcf_simp_dump,
	},
	{ }
};

static struct klp_object objs[] = {
	{
		.name = "act_simple",
		.funcs = funcs,
	},
	{ }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
#if !BEFORE(4, 12) && BEFORE(4, 16)
	.immediate = true,
#endif
};

static int __init simp_dump_init(void)
{
	int ret = 0;

#if BEFORE(5, 1)
	ret = klp_register_patch(&patch);
	if (ret)
		return ret;
#endif
	ret = klp_enable_patch(&patch);
	if (ret)
		goto unregister;
	return 0;

unregister:
#if BEFORE(5, 1)
	WARN_ON(klp_unregister_patch(&patch));
#endif
	return ret;
}

static void __exit simp_dump_exit(void)
{
#if BEFORE(4, 12)
	WARN_ON(klp_disable_patch(&patch));
#endif
#if BEFORE(5, 1)
	WARN_ON(klp_unregister_patch(&patch));
#endif
}

module_init(simp_dump_init);
module_exit(simp_dump_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
