#ifndef BSC809892_L2TP_H
#define BSC809892_L2TP_H

struct sockaddr;
struct socket;

static inline int livepatch_bsc809892_l2tp_init(void) { return 0; }
static inline void livepatch_bsc809892_l2tp_cleanup(void) { }

int klpp_l2tp_ip6_getname(struct socket *sock, struct sockaddr *uaddr, int peer);

#endif
