// CVE-2014-4014: group and user of an inode. Patch, objects and functions are all made on the heap
#include <linux/capability.h>
#include <linux/cred.h>
#include <linux/fs.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/user_namespace.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
#include <linux/mnt_idmapping.h>
static bool capable_of(struct mnt_idmap *map, const struct inode *inode, int cap)
{
	return ns_capable(current_user_ns(), cap) && vfsuid_has_mapping(current_user_ns(), i_uid_into_vfsuid(map, inode)) &&
	       vfsgid_has_mapping(current_user_ns(), i_gid_into_vfsgid(map, inode));
}
#else
static bool capable_of(struct user_namespace *map, const struct inode *inode, int cap)
{
	return ns_capable(current_user_ns(), cap) && kuid_has_mapping(current_user_ns(), i_uid_into_mnt(map, inode)) &&
	       kgid_has_mapping(current_user_ns(), i_gid_into_mnt(map, inode));
}
#endif

struct livepatch {
	struct klp_patch patch;
	struct klp_object objs[2];
	struct klp_func funcs[2];
};

static struct livepatch *lp;

static int __init inode_heap_init(void)
{
	int ret;

	lp = kzalloc(sizeof(*lp), GFP_KERNEL);
	if (!lp)
		return -ENOMEM;
	lp->funcs[0].old_name = "capable_wrt_inode_uidgid";
	lp->funcs[0].new_func = capable_of;
	lp->objs[0].funcs = lp->funcs;
	lp->patch.mod = THIS_MODULE;
	lp->patch.objs = lp->objs;
	ret = klp_enable_patch(&lp->patch);
	if (ret)
		kfree(lp);
	return ret;
}

static void __exit inode_heap_exit(void)
{
	kfree(lp);
}

module_init(inode_heap_init);
module_exit(inode_heap_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
