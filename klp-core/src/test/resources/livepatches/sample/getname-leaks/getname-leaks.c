// CVE-2009-3002: getname() of amateur radio and CAN sockets leaves bytes of the address unset
#include <linux/can.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/net.h>
#include <linux/string.h>
#include <net/ax25.h>
#include <net/netrom.h>
#include <net/rose.h>
#include <net/sock.h>

static int klpp_rose_getname(struct socket *sock, struct sockaddr *uaddr, int peer)
{
	struct full_sockaddr_rose *name = (struct full_sockaddr_rose *)uaddr;
	struct rose_sock *rose = rose_sk(sock->sk);
	int i;

	memset(name, 0, sizeof(*name));
	if (peer && sock->sk->sk_state != TCP_ESTABLISHED)
		return -ENOTCONN;
	name->srose_family = AF_ROSE;
	name->srose_addr = peer ? rose->dest_addr : rose->source_addr;
	name->srose_call = peer ? rose->dest_call : rose->source_call;
	name->srose_ndigis = peer ? rose->dest_ndigis : rose->source_ndigis;
	for (i = 0; i < name->srose_ndigis; i++)
		name->srose_digis[i] = peer ? rose->dest_digis[i] : rose->source_digis[i];
	return sizeof(*name);
}

static int klpp_nr_getname(struct socket *sock, struct sockaddr *uaddr, int peer)
{
	struct full_sockaddr_ax25 *name = (struct full_sockaddr_ax25 *)uaddr;
	struct sock *sk = sock->sk;
	struct nr_sock *nr = nr_sk(sk);
	int length = sizeof(struct sockaddr_ax25);

	lock_sock(sk);
	memset(&name->fsa_ax25, 0, sizeof(name->fsa_ax25));
	name->fsa_ax25.sax25_family = AF_NETROM;
	if (!peer) {
		name->fsa_ax25.sax25_call = nr->source_addr;
	} else if (sk->sk_state == TCP_ESTABLISHED) {
		name->fsa_ax25.sax25_ndigis = 1;
		name->fsa_ax25.sax25_call = nr->user_addr;
		memset(name->fsa_digipeater, 0, sizeof(name->fsa_digipeater));
		name->fsa_digipeater[0] = nr->dest_addr;
		length = sizeof(*name);
	} else {
		length = -ENOTCONN;
	}
	release_sock(sk);
	return length;
}

/* the first members of net/can/raw.c's own */
struct raw_sock_start {
	struct sock sk;
	int bound;
	int ifindex;
};

static int klpp_raw_getname(struct socket *sock, struct sockaddr *uaddr, int peer)
{
	struct sockaddr_can *name = (struct sockaddr_can *)uaddr;
	int length = offsetofend(struct sockaddr_can, can_addr.tp);

	if (peer)
		return -EOPNOTSUPP;
	memset(name, 0, length);
	name->can_family = AF_CAN;
	name->can_ifindex = container_of(sock->sk, struct raw_sock_start, sk)->ifindex;
	return length;
}

static struct klp_object objs[] = {
	{
		.name = "rose",
		.funcs = (struct klp_func []) {
			{ .old_name = "rose_getname", .new_func = klpp_rose_getname },
			{ },
		},
	},
	{
		.name = "netrom",
		.funcs = (struct klp_func []) {
			{ .old_name = "nr_getname", .new_func = klpp_nr_getname },
			{ },
		},
	},
	{
		.name = "can_raw",
		.funcs = (struct klp_func []) {
			{ .old_name = "raw_getname", .new_func = klpp_raw_getname },
			{ },
		},
	},
	{ },
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
};

static int __init getname_leaks_init(void)
{
	return klp_enable_patch(&patch);
}

static void __exit getname_leaks_exit(void)
{
}

module_init(getname_leaks_init);
module_exit(getname_leaks_exit);
MODULE_LICENSE("Dual BSD/GPL");
MODULE_INFO(livepatch, "Y");
