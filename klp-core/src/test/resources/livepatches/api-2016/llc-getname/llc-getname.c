// "NET: llc, zero sockaddr_llc struct": getsockname() tells bytes of the kernel's stack. For kernels since 4.0
#include <linux/kernel.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/net.h>
#include <linux/string.h>
#include <linux/version.h>
#include <net/llc.h>
#include <net/llc_conn.h>
#include <net/llc_sap.h>
#include <net/sock.h>

#define BEFORE(a, b) (LINUX_VERSION_CODE < KERNEL_VERSION(a, b, 0))

static int klpp_llc_ui_getname(struct socket *sock, struct sockaddr *uaddr, int peer)
{
	struct sockaddr_llc name;
	struct sock *sk = sock->sk;
	struct llc_sock *llc = llc_sk(sk);
	int ret = sizeof(name);

	memset(&name, 0, sizeof(name));
	lock_sock(sk);
	if (sock_flag(sk, SOCK_ZAPPED)) {
		ret = -EBADF;
	} else if (peer && sk->sk_state != TCP_ESTABLISHED) {
		ret = -ENOTCONN;
	} else if (!peer && !llc->sap) {
		ret = -EINVAL;
	} else {
		name.sllc_family = AF_LLC;
		name.sllc_sap = peer ? llc->daddr.lsap : llc->sap->laddr.lsap;
		if (llc->dev)
			name.sllc_arphrd = llc->dev->type;
		if (peer)
			memcpy(name.sllc_mac, llc->daddr.mac, IFHWADDRLEN);
		else if (llc->dev)
			memcpy(name.sllc_mac, llc->dev->dev_addr, IFHWADDRLEN);
		memcpy(uaddr, &name, sizeof(name));
	}
	release_sock(sk);
	return ret;
}

static struct klp_func funcs[] = {
	{
		.old_name = "llc_ui_getname",
		.new_func = klpp_llc_ui_getname,
	},
	{ }
};

static struct klp_object objs[] = {
	{
		.name = "llc2",
		.funcs = funcs,
	},
	{ }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
};

static int __init llc_getname_init(void)
{
	int ret;

#if BEFORE(5, 1)
	ret = klp_register_patch(&patch);
	if (ret)
		return ret;
#endif
	ret = klp_enable_patch(&patch);
#if BEFORE(5, 1)
	if (ret)
		WARN_ON(klp_unregister_patch(&patch));
#endif
	return ret;
}

static void __exit llc_getname_exit(void)
{
#if BEFORE(5, 1)
	WARN_ON(klp_disable_patch(&patch));
	WARN_ON(klp_unregister_patch(&patch));
#endif
}

module_init(llc_getname_init);
module_exit(llc_getname_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
