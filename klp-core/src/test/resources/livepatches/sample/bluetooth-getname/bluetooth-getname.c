// CVE-2012-6544 and CVE-2012-6545: getsockname() tells bytes of the kernel's stack behind the addresses
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/net.h>
#include <linux/string.h>
#include <net/bluetooth/bluetooth.h>
#include <net/bluetooth/hci_core.h>
#include <net/bluetooth/l2cap.h>
#include <net/bluetooth/rfcomm.h>

static bool has_peer(struct sock *sk)
{
	return sk->sk_state == BT_CONNECTED || sk->sk_state == BT_CONNECT || sk->sk_state == BT_CONNECT2;
}

static int klpp_rfcomm_sock_getname(struct socket *sock, struct sockaddr *addr, int peer)
{
	struct sockaddr_rc *name = (struct sockaddr_rc *)addr;
	struct rfcomm_pinfo *info = rfcomm_pi(sock->sk);

	if (peer && !has_peer(sock->sk))
		return -ENOTCONN;
	memset(name, 0, sizeof(*name));
	name->rc_family = AF_BLUETOOTH;
	name->rc_channel = info->channel;
	bacpy(&name->rc_bdaddr, peer ? &info->dst : &info->src);
	return sizeof(*name);
}

static int klpp_l2cap_sock_getname(struct socket *sock, struct sockaddr *addr, int peer)
{
	struct sockaddr_l2 *name = (struct sockaddr_l2 *)addr;
	struct l2cap_chan *chan = l2cap_pi(sock->sk)->chan;

	if (peer && !has_peer(sock->sk) && sock->sk->sk_state != BT_CONFIG)
		return -ENOTCONN;
	memset(name, 0, sizeof(*name));
	name->l2_family = AF_BLUETOOTH;
	name->l2_psm = chan->psm;
	bacpy(&name->l2_bdaddr, peer ? &chan->dst : &chan->src);
	name->l2_cid = cpu_to_le16(peer ? chan->dcid : chan->scid);
	name->l2_bdaddr_type = peer ? chan->dst_type : chan->src_type;
	return sizeof(*name);
}

static struct klp_func rfcomm_funcs[] = {
	{ .old_name = "rfcomm_sock_getname", .new_func = klpp_rfcomm_sock_getname },
	{ }
};

static struct klp_func bluetooth_funcs[] = {
	{ .old_name = "l2cap_sock_getname", .new_func = klpp_l2cap_sock_getname },
	{ }
};

static struct klp_object objs[] = {
	{ .name = "rfcomm", .funcs = rfcomm_funcs },
	{ .name = "bluetooth", .funcs = bluetooth_funcs },
	{ }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
};

static int __init bluetooth_getname_init(void)
{
	return klp_enable_patch(&patch);
}

static void __exit bluetooth_getname_exit(void)
{
}

module_init(bluetooth_getname_init);
module_exit(bluetooth_getname_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
