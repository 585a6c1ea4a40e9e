/* CVE-2015-3636: a ping socket that is unhashed twice */
#include <linux/spinlock.h>
#include <net/inet_sock.h>
#include <net/ping.h>
#include <net/sock.h>
#include "klp_convert.h"
#include "bsc933030.h"

/* klp-ccp: from net/ipv4/ping.c */
struct ping_table {
	struct hlist_head	hash[PING_HTABLE_SIZE];
	spinlock_t		lock;
};

extern struct ping_table klpe_ping_table KLP_RELOC_SYMBOL_POS(vmlinux, vmlinux, ping_table, 1);

void klpp_ping_unhash(struct sock *sk)
{
	struct inet_sock *isk = inet_sk(sk);

	spin_lock(&klpe_ping_table.lock);
	if (sk_del_node_init_rcu(sk)) {
		WRITE_ONCE(isk->inet_num, 0);
		isk->inet_sport = 0;
		sock_prot_inuse_add(sock_net(sk), sk->sk_prot, -1);
	}
	spin_unlock(&klpe_ping_table.lock);
}
