// CVE-2023-39193: the number of flags of an iptables rule for SCTP comes from user space
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/netfilter/x_tables.h>
#include <linux/netfilter/xt_sctp.h>

static int klpp_sctp_mt_check(const struct xt_mtchk_param *par)
{
	const struct xt_sctp_info *info = par->matchinfo;
	const __u32 how = SCTP_CHUNK_MATCH_ALL | SCTP_CHUNK_MATCH_ANY | SCTP_CHUNK_MATCH_ONLY;

	if (info->flag_count < 0 || info->flag_count > ARRAY_SIZE(info->flag_info))
		return -EINVAL;
	if ((info->flags | info->invflags) & ~XT_SCTP_VALID_FLAGS || info->invflags & ~info->flags)
		return -EINVAL;
	if (info->flags & XT_SCTP_CHUNK_TYPES && !(info->chunk_match_type & how))
		return -EINVAL;
	return 0;
}

typedef struct klp_func func_table[];

static func_table funcs = {
	{ .old_name = "sctp_mt_check", .new_func = klpp_sctp_mt_check },
	{ }
};

static struct klp_object xt_sctp_objs[] = {
	{ .name = "xt_sctp", .funcs = funcs },
	{ }
};

static struct klp_patch xt_sctp_patch = {
	THIS_MODULE, xt_sctp_objs
};

static int __init xt_sctp_fix_init(void)
{
	return klp_enable_patch(&xt_sctp_patch);
}

static void __exit xt_sctp_fix_exit(void)
{
}

module_init(xt_sctp_fix_init);
module_exit(xt_sctp_fix_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
