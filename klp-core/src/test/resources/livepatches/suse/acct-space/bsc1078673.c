/* "kernel/acct.c: fix the acct->needcheck check in check_free_space()": the disk was looked at for each process */
#include <linux/acct.h>
#include <linux/fs.h>
#include <linux/fs_pin.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/math64.h>
#include <linux/statfs.h>
#include <linux/workqueue.h>
#include "kallsyms_relocs.h"
#include "bsc1078673.h"

/* klp-ccp: from kernel/acct.c */
static int (*klpe_acct_parm)[3];

struct bsd_acct_struct {
	struct fs_pin		pin;
	atomic_long_t		count;
	struct rcu_head		rcu;
	struct mutex		lock;
	bool			active;
	bool			check_space;
	unsigned long		needcheck;
	struct file		*file;
	struct pid_namespace	*ns;
	struct work_struct	work;
	struct completion	done;
	acct_t			ac;
};

static struct klp_kallsyms_reloc klp_funcs[] = {
	{ "acct_parm", (void *)&klpe_acct_parm },
};

static u64 share(const struct kstatfs *disk, int percent)
{
	return div_u64(disk->f_blocks * percent, 100);
}

bool klpp_check_free_space(struct bsd_acct_struct *acct)
{
	struct kstatfs disk;

	if (!acct->check_space || vfs_statfs(&acct->file->f_path, &disk))
		return acct->active;
	if (acct->active && disk.f_bavail <= share(&disk, (*klpe_acct_parm)[1])) {
		acct->active = false;
		pr_info("Process accounting paused\n");
	} else if (!acct->active && disk.f_bavail >= share(&disk, (*klpe_acct_parm)[0])) {
		acct->active = true;
		pr_info("Process accounting resumed\n");
	}
	acct->needcheck = jiffies + (*klpe_acct_parm)[2] * HZ;
	return acct->active;
}

int livepatch_bsc1078673_init(void)
{
	return klp_resolve_kallsyms_relocs(klp_funcs, ARRAY_SIZE(klp_funcs));
}

void livepatch_bsc1078673_cleanup(void)
{
}
