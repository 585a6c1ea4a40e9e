// CVE-2014-4014: a capability over an inode needs both its user and its group in the name space
#include <linux/capability.h>
#include <linux/cred.h>
#include <linux/fs.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/user_namespace.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
#include <linux/mnt_idmapping.h>
static bool klpp_capable_wrt_inode_uidgid(struct mnt_idmap *idmap, const struct inode *inode, int cap)
{
	struct user_namespace *ns = current_user_ns();

	return ns_capable(ns, cap) && vfsuid_has_mapping(ns, i_uid_into_vfsuid(idmap, inode)) &&
	       vfsgid_has_mapping(ns, i_gid_into_vfsgid(idmap, inode));
}
#else
static bool klpp_capable_wrt_inode_uidgid(struct user_namespace *mnt_userns, const struct inode *inode, int cap)
{
	struct user_namespace *ns = current_user_ns();

	return ns_capable(ns, cap) && kuid_has_mapping(ns, i_uid_into_mnt(mnt_userns, inode)) &&
	       kgid_has_mapping(ns, i_gid_into_mnt(mnt_userns, inode));
}
#endif

#define REPLACE(function) { .old_name = __stringify(function), .new_func = klpp_##function }

static struct klp_func vmlinux_funcs[] = {
	REPLACE(capable_wrt_inode_uidgid),
	{ }
};

static struct klp_object objs[] = {
	{ .funcs = vmlinux_funcs },
	{ }
};

static struct klp_state states[] = {
	{ .id = 4014, .version = 1 },
	{ }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
	.states = states,
};

static int __init inode_caps_init(void)
{
	return klp_enable_patch(&patch);
}

static void __exit inode_caps_exit(void)
{
}

module_init(inode_caps_init);
module_exit(inode_caps_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
