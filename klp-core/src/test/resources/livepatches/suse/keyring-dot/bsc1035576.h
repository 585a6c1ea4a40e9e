#ifndef BSC1035576_H
#define BSC1035576_H


static inline int livepatch_bsc1035576_init(void) { return 0; }
static inline void livepatch_bsc1035576_cleanup(void) { }

long klpp_keyctl_join_session_keyring(const char __user *_name);

#endif
