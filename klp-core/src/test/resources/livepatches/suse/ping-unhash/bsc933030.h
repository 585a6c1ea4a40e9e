#ifndef BSC933030_H
#define BSC933030_H

struct sock;

static inline int livepatch_bsc933030_init(void) { return 0; }
static inline void livepatch_bsc933030_cleanup(void) { }

void klpp_ping_unhash(struct sock *sk);

#endif
