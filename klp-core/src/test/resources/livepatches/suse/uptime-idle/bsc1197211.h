#ifndef BSC1197211_H
#define BSC1197211_H

struct seq_file;

int livepatch_bsc1197211_init(void);
void livepatch_bsc1197211_cleanup(void);

int klpp_uptime_proc_show(struct seq_file *m, void *v);

#endif
