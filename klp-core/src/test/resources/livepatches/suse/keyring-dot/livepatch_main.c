/* Made of the patched_funcs.csv of the subpatches */
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include "bsc1035576.h"

static struct klp_object objs[] = {
	{
		.funcs = (struct klp_func[]) {
			{
				.old_name = "keyctl_join_session_keyring",
				.new_func = klpp_keyctl_join_session_keyring,
				.old_sympos = 0,
			},
			{ },
		},
	},
	{ }
};

static struct klp_patch patch = {
	.mod	= THIS_MODULE,
	.objs	= objs,
	.replace = true,
};

static int __init klp_patch_init(void)
{
	int retval;

	pr_info("livepatch: initializing\n");

	retval = livepatch_bsc1035576_init();
	if (retval)
		return retval;

	retval = klp_enable_patch(&patch);
	if (retval)
		goto err_bsc1035576;
	return 0;

err_bsc1035576:
	livepatch_bsc1035576_cleanup();
	return retval;
}

static void __exit klp_patch_cleanup(void)
{
	pr_info("livepatch: removed\n");
	livepatch_bsc1035576_cleanup();
}

module_init(klp_patch_init);
module_exit(klp_patch_cleanup);

MODULE_DESCRIPTION("Livepatch test");
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
