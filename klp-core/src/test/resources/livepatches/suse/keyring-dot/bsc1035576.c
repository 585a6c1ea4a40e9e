/* CVE-2016-9604: names of keyrings that begin with a dot are the kernel's own */
#include <linux/err.h>
#include <linux/key.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include "klp_convert.h"
#include "bsc1035576.h"

/* klp-ccp: from security/keys/internal.h */
#define KEY_MAX_DESC_SIZE 4096

extern long join_session_keyring(const char *name) KLP_RELOC_SYMBOL(vmlinux, vmlinux, join_session_keyring);

/* klp-ccp: from security/keys/keyctl.c */
long klpp_keyctl_join_session_keyring(const char __user *_name)
{
	char *name = _name ? strndup_user(_name, KEY_MAX_DESC_SIZE) : NULL;
	long ret;

	if (IS_ERR(name))
		return PTR_ERR(name);
	ret = name && name[0] == '.' ? -EPERM : join_session_keyring(name);
	kfree(name);
	return ret;
}
