/* CVE-2022-1015: the register that a rule of nftables reads from is not checked to be one */
#include <linux/bitops.h>
#include <linux/version.h>
#include <net/netfilter/nf_tables.h>
#include <net/netlink.h>
#include "bsc1197227.h"

static int klpr_nft_parse_register(const struct nlattr *attr, u32 *preg)
{
	u32 reg = ntohl(nla_get_be32(attr));

	if (reg <= NFT_REG_4)
		*preg = reg * NFT_REG_SIZE / NFT_REG32_SIZE;
	else if (reg >= NFT_REG32_00 && reg <= NFT_REG32_15)
		*preg = reg - NFT_REG32_00 + NFT_REG_SIZE / NFT_REG32_SIZE;
	else
		return -ERANGE;
	return 0;
}

int klpp_nft_parse_register_load(const struct nft_ctx *ctx, const struct nlattr *attr, u8 *sreg, u32 len)
{
	u32 reg;
	int err = klpr_nft_parse_register(attr, &reg);

	if (err < 0)
		return err;
	if (!len || reg < NFT_REG_SIZE / NFT_REG32_SIZE)
		return -EINVAL;
	if (reg * NFT_REG32_SIZE + len > sizeof_field(struct nft_regs, data))
		return -ERANGE;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	if (find_next_zero_bit(ctx->reg_inited, NFT_REG32_NUM, reg) < reg + DIV_ROUND_UP(len, NFT_REG32_SIZE))
		return -ENODATA;
#endif
	*sreg = reg;
	return 0;
}
