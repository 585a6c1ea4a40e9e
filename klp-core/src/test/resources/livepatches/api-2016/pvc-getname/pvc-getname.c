// CVE-2012-6546: names of ATM sockets, with bytes that nobody set
#include <linux/atmdev.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/net.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include <linux/version.h>

static void name_of(struct atm_vcc *vcc, struct sockaddr_atmpvc *name)
{
	memset(name, 0, sizeof(*name));
	name->sap_family = AF_ATMPVC;
	name->sap_addr.itf = vcc->dev->number;
	name->sap_addr.vpi = vcc->vpi;
	name->sap_addr.vci = vcc->vci;
}

static int livepatch_pvc_getname(struct socket *sock, struct sockaddr *sockaddr, int peer)
{
	struct atm_vcc *vcc = ATM_SD(sock);

	if (!vcc->dev || !test_bit(ATM_VF_ADDR, &vcc->flags))
		return -ENOTCONN;
	name_of(vcc, (struct sockaddr_atmpvc *)sockaddr);
	return sizeof(struct sockaddr_atmpvc);
}

static int livepatch_vcc_getsockopt(struct socket *sock, int level, int optname, char __user *optval,
				    int __user *optlen)
{
	struct atm_vcc *vcc = ATM_SD(sock);
	struct sockaddr_atmpvc name;
	int len;

	if (get_user(len, optlen))
		return -EFAULT;
	if (__SO_LEVEL_MATCH(optname, level) && len != __SO_SIZE(optname))
		return -EINVAL;
	switch (optname) {
	case SO_ATMQOS:
		if (!test_bit(ATM_VF_HASQOS, &vcc->flags))
			return -EINVAL;
		return copy_to_user(optval, &vcc->qos, sizeof(vcc->qos)) ? -EFAULT : 0;
	case SO_SETCLP:
		return put_user(vcc->atm_options & ATM_ATMOPT_CLP ? 1 : 0, (unsigned long __user *)optval) ?
			-EFAULT : 0;
	case SO_ATMPVC:
		if (!vcc->dev || !test_bit(ATM_VF_ADDR, &vcc->flags))
			return -ENOTCONN;
		name_of(vcc, &name);
		return copy_to_user(optval, &name, sizeof(name)) ? -EFAULT : 0;
	}
	return -EINVAL;
}

static struct klp_func atm_funcs[] = {
	{ .old_name = "pvc_getname", .new_func = livepatch_pvc_getname, },
	{ .old_name = "vcc_getsockopt", .new_func = livepatch_vcc_getsockopt, },
	{ },
};

static struct klp_object atm_objs[] = {
	{ .name = "atm", .funcs = atm_funcs, },
	{ },
};

static struct klp_patch atm_patch = {
	.mod = THIS_MODULE,
	.objs = atm_objs,
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 12, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(4, 16, 0)
	.immediate = true,
#endif
};

static int __init pvc_getname_init(void)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 1, 0)
	int ret = klp_register_patch(&atm_patch);

	if (ret)
		return ret;
	ret = klp_enable_patch(&atm_patch);
	if (ret)
		klp_unregister_patch(&atm_patch);
	return ret;
#else
	return klp_enable_patch(&atm_patch);
#endif
}

static void __exit pvc_getname_exit(void)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 1, 0)
	klp_unregister_patch(&atm_patch);
#endif
}

module_init(pvc_getname_init);
module_exit(pvc_getname_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
