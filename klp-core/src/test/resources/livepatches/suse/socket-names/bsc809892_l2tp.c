/* CVE-2012-6543: the name of an L2TP socket has four bytes that nobody set */
#include <linux/ipv6.h>
#include <linux/l2tp.h>
#include <linux/net.h>
#include <linux/version.h>
#include <net/inet_sock.h>
#include <net/ipv6.h>
#include <net/sock.h>
#include "bsc809892_l2tp.h"

/* klp-ccp: from net/l2tp/l2tp_ip6.c */
struct l2tp_ip6_sock {
	struct inet_sock	inet;

	u32			conn_id;
	u32			peer_conn_id;

	struct ipv6_pinfo	inet6;
};

static bool klpr_sends_flow(struct sock *sk)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 7, 0)
	return inet6_test_bit(SNDFLOW, sk);
#else
	return inet6_sk(sk)->sndflow;
#endif
}

int klpp_l2tp_ip6_getname(struct socket *sock, struct sockaddr *uaddr, int peer)
{
	struct sockaddr_l2tpip6 *name = (struct sockaddr_l2tpip6 *)uaddr;
	struct l2tp_ip6_sock *lsk = (struct l2tp_ip6_sock *)sock->sk;
	struct sock *sk = sock->sk;

	if (peer && !lsk->peer_conn_id)
		return -ENOTCONN;
	memset(name, 0, sizeof(*name));
	name->l2tp_family = AF_INET6;
	name->l2tp_conn_id = peer ? lsk->peer_conn_id : lsk->conn_id;
	if (peer)
		name->l2tp_addr = sk->sk_v6_daddr;
	else
		name->l2tp_addr = ipv6_addr_any(&sk->sk_v6_rcv_saddr) ? inet6_sk(sk)->saddr : sk->sk_v6_rcv_saddr;
	if (peer && klpr_sends_flow(sk))
		name->l2tp_flowinfo = inet6_sk(sk)->flow_label;
	if (ipv6_addr_type(&name->l2tp_addr) & IPV6_ADDR_LINKLOCAL)
		name->l2tp_scope_id = READ_ONCE(sk->sk_bound_dev_if);
	return sizeof(*name);
}
