#ifndef BSC1120902_H
#define BSC1120902_H

struct crypto_alg;
struct sk_buff;

static inline int livepatch_bsc1120902_init(void) { return 0; }
static inline void livepatch_bsc1120902_cleanup(void) { }

int klpp_crypto_shash_report(struct sk_buff *skb, struct crypto_alg *alg);
int klpp_crypto_ahash_report(struct sk_buff *skb, struct crypto_alg *alg);

#endif
