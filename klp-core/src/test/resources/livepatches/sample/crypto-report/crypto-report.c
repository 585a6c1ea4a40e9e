// "crypto: user - fix leaking uninitialized memory to userspace": zero the whole report before it is filled
#include <linux/crypto.h>
#include <linux/cryptouser.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/string.h>
#include <net/netlink.h>

static int new_akcipher_report(struct sk_buff *skb, struct crypto_alg *alg)
{
	struct crypto_report_akcipher report = { };

	strscpy(report.type, "akcipher", sizeof(report.type));
	return nla_put(skb, CRYPTOCFGA_REPORT_AKCIPHER, sizeof(report), &report);
}

static int new_kpp_report(struct sk_buff *skb, struct crypto_alg *alg)
{
	struct crypto_report_kpp report = { };

	strscpy(report.type, "kpp", sizeof(report.type));
	return nla_put(skb, CRYPTOCFGA_REPORT_KPP, sizeof(report), &report);
}

static struct klp_func crypto_funcs[] = {
	{
		.old_name = "crypto_akcipher_report",
		.new_func = new_akcipher_report,
	},
	{
		.old_name = "crypto_kpp_report",
		.new_func = new_kpp_report,
		.old_sympos = 1,
	},
	{ }
};

static struct klp_object crypto_objs[] = {
	{ .funcs = crypto_funcs },
	{ }
};

static struct klp_patch crypto_patch = {
	.mod = THIS_MODULE,
	.objs = crypto_objs,
};

static int __init crypto_report_init(void)
{
	return klp_enable_patch(&crypto_patch);
}

static void __exit crypto_report_exit(void)
{
}

module_init(crypto_report_init);
module_exit(crypto_report_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
