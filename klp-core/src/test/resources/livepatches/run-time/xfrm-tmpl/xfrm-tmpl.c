// CVE-2012-6537: templates of IPsec policies are copied to programs with holes in them. The table is filled from a list of pairs
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/netlink.h>
#include <linux/slab.h>
#include <net/netlink.h>
#include <net/xfrm.h>

static void fill(struct xfrm_user_tmpl *to, const struct xfrm_tmpl *from)
{
	memset(to, 0, sizeof(*to));
	to->id = from->id;
	to->family = from->encap_family;
	to->saddr = from->saddr;
	to->reqid = from->reqid;
	to->mode = from->mode;
	to->share = from->share;
	to->optional = from->optional;
	to->aalgos = from->aalgos;
	to->ealgos = from->ealgos;
	to->calgos = from->calgos;
}

static int new_copy_to_user_tmpl(struct xfrm_policy *xp, struct sk_buff *skb)
{
	struct xfrm_user_tmpl all[XFRM_MAX_DEPTH];
	int i;

	if (xp->xfrm_nr > XFRM_MAX_DEPTH)
		return -ENOBUFS;
	for (i = 0; i < xp->xfrm_nr; i++)
		fill(&all[i], &xp->xfrm_vec[i]);
	return i ? nla_put(skb, XFRMA_TMPL, i * sizeof(all[0]), all) : 0;
}

static const struct {
	const char *object;
	const char *name;
	void *replacement;
} changes[] = {
	{ "xfrm_user", "copy_to_user_tmpl", new_copy_to_user_tmpl },
};

static struct klp_func funcs[ARRAY_SIZE(changes)][2];
static struct klp_object objs[ARRAY_SIZE(changes) + 1];
static struct klp_patch patch;

static int __init xfrm_tmpl_init(void)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(changes); i++) {
		funcs[i][0].old_name = changes[i].name;
		funcs[i][0].new_func = changes[i].replacement;
		objs[i].name = changes[i].object;
		objs[i].funcs = funcs[i];
	}
	patch.mod = THIS_MODULE;
	patch.objs = objs;
	return klp_enable_patch(&patch);
}

static void __exit xfrm_tmpl_exit(void)
{
}

module_init(xfrm_tmpl_init);
module_exit(xfrm_tmpl_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
