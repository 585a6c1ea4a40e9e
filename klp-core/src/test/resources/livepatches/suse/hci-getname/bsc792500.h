#ifndef BSC792500_H
#define BSC792500_H

struct sockaddr;
struct socket;

static inline int livepatch_bsc792500_init(void) { return 0; }
static inline void livepatch_bsc792500_cleanup(void) { }

int klpp_hci_sock_getname(struct socket *sock, struct sockaddr *addr, int peer);

#endif
