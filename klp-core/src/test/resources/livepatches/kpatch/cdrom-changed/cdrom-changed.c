/* CVE-2018-10940: the number of a slot is compared as if it had a sign */
#include <linux/blkdev.h>
#include <linux/cdrom.h>
#include <linux/livepatch.h>
#include <linux/printk.h>
#include <linux/slab.h>
#include "kpatch-patch.h"

/* as create-klp-module names what it found in .kpatch.symbols */
extern int cdrom_read_mech_status(struct cdrom_device_info *cdi, struct cdrom_changer_info *buf)
	asm("\".klp.sym.rela.cdrom.cdrom.cdrom_read_mech_status,0\"");

static bool can(const struct cdrom_device_info *cdi, int what)
{
	return cdi->ops->capability & ~cdi->mask & what;
}

static int changed(struct cdrom_device_info *cdi)
{
	int was = cdi->mc_flags & 2;

	cdi->ioctl_events |= cdi->ops->check_events(cdi, 0, CDSL_CURRENT);
	if (cdi->ioctl_events & DISK_EVENT_MEDIA_CHANGE) {
		cdi->media_written = 0;
		cdi->mc_flags |= 1;
		was = 1;
	}
	cdi->ioctl_events = 0;
	cdi->mc_flags &= ~2;
	return !!was;
}

static int cdrom_ioctl_media_changed(struct cdrom_device_info *cdi, unsigned long arg)
{
	struct cdrom_changer_info *info;
	int ret;

	if (!can(cdi, CDC_MEDIA_CHANGED))
		return -ENOSYS;
	if (!can(cdi, CDC_SELECT_DISC) || arg == CDSL_CURRENT)
		return changed(cdi);
	if (arg >= cdi->capacity)
		return -EINVAL;
	info = kmalloc(sizeof(*info), GFP_KERNEL);
	if (!info)
		return -ENOMEM;
	ret = cdrom_read_mech_status(cdi, info);
	if (!ret)
		ret = info->slots[arg].change;
	kfree(info);
	return ret;
}

static int tell(struct klp_object *obj)
{
	pr_info("kpatch: slots of CD changers are counted from 0\n");
	return 0;
}

KPATCH_CHANGED(cdrom_ioctl_media_changed, 1, "cdrom");
KPATCH_PRE_PATCH_CALLBACK(tell, "cdrom");
