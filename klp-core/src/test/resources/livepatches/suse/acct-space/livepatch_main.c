/* Made of the patched_funcs.csv of the subpatches */
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include "bsc1078673.h"

static struct klp_object objs[] = {
	{
		.funcs = (struct klp_func[]) {
			{
				.old_name = "check_free_space",
				.new_func = klpp_check_free_space,
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

	retval = livepatch_bsc1078673_init();
	if (retval)
		return retval;

	retval = klp_enable_patch(&patch);
	if (retval)
		goto err_bsc1078673;
	return 0;

err_bsc1078673:
	livepatch_bsc1078673_cleanup();
	return retval;
}

static void __exit klp_patch_cleanup(void)
{
	pr_info("livepatch: removed\n");
	livepatch_bsc1078673_cleanup();
}

module_init(klp_patch_init);
module_exit(klp_patch_cleanup);

MODULE_DESCRIPTION("Livepatch test");
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
