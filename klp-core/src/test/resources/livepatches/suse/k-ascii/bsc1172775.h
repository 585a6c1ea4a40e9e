#ifndef BSC1172775_H
#define BSC1172775_H

struct vc_data;

int livepatch_bsc1172775_init(void);
static inline void livepatch_bsc1172775_cleanup(void) { }

void klpp_k_ascii(struct vc_data *vc, unsigned char value, char up_flag);

#endif
