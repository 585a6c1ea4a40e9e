#ifndef BSC1197227_H
#define BSC1197227_H

#include <linux/kconfig.h>
#include <linux/types.h>

static inline int livepatch_bsc1197227_init(void) { return 0; }
static inline void livepatch_bsc1197227_cleanup(void) { }

struct nft_ctx;
struct nlattr;

int klpp_nft_parse_register_load(const struct nft_ctx *ctx, const struct nlattr *attr, u8 *sreg, u32 len);

#endif
