#ifndef BSC1078673_H
#define BSC1078673_H

#include <linux/types.h>

struct bsd_acct_struct;

int livepatch_bsc1078673_init(void);
void livepatch_bsc1078673_cleanup(void);

bool klpp_check_free_space(struct bsd_acct_struct *acct);

#endif
