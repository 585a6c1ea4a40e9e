/* CVE-2018-19854: crypto_report tells bytes of the kernel's stack, of shashes too */
#include <crypto/internal/hash.h>
#include <linux/cryptouser.h>
#include <linux/string.h>
#include <net/netlink.h>
#include "bsc1120902.h"

int klpp_crypto_shash_report(struct sk_buff *skb, struct crypto_alg *alg)
{
	struct crypto_report_hash report;

	memset(&report, 0, sizeof(report));
	strscpy(report.type, "shash", sizeof(report.type));
	report.blocksize = alg->cra_blocksize;
	report.digestsize = __crypto_hash_alg_common(alg)->digestsize;
	return nla_put(skb, CRYPTOCFGA_REPORT_HASH, sizeof(report), &report);
}
