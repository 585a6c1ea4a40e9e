#ifndef BSC809892_PHONET_H
#define BSC809892_PHONET_H

struct sockaddr;
struct socket;

static inline int livepatch_bsc809892_phonet_init(void) { return 0; }
static inline void livepatch_bsc809892_phonet_cleanup(void) { }

int klpp_pn_socket_getname(struct socket *sock, struct sockaddr *addr, int peer);

#endif
