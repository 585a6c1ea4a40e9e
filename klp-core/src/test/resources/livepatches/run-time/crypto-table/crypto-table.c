// CVE-2018-19854: the reports of two kinds of algorithms. The tables are made when the module is loaded
#include <linux/crypto.h>
#include <linux/cryptouser.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <net/netlink.h>

static notrace int report_akcipher(struct sk_buff *skb, struct crypto_alg *alg)
{
	struct crypto_report_akcipher report = { .type = "akcipher" };

	return nla_put(skb, CRYPTOCFGA_REPORT_AKCIPHER, sizeof(report), &report);
}

static notrace int report_kpp(struct sk_buff *skb, struct crypto_alg *alg)
{
	struct crypto_report_kpp report = { .type = "kpp" };

	return nla_put(skb, CRYPTOCFGA_REPORT_KPP, sizeof(report), &report);
}

static const struct {
	const char *name;
	void *replacement;
} list[] = {
	{ "crypto_akcipher_report", report_akcipher },
	{ "crypto_kpp_report", report_kpp },
};

static struct klp_object objs[] = {
	{ },
	{ }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
};

static int __init crypto_table_init(void)
{
	struct klp_func *funcs = kcalloc(ARRAY_SIZE(list) + 1, sizeof(*funcs), GFP_KERNEL);
	int i, ret;

	if (!funcs)
		return -ENOMEM;
	for (i = 0; i < ARRAY_SIZE(list); i++) {
		struct klp_func *f = &funcs[i];

		f->old_name = list[i].name;
		f->new_func = list[i].replacement;
	}
	objs[0].funcs = funcs;
	ret = klp_enable_patch(&patch);
	if (ret)
		kfree(funcs);
	return ret;
}

static void __exit crypto_table_exit(void)
{
	kfree(objs[0].funcs);
}

module_init(crypto_table_init);
module_exit(crypto_table_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
