/* Made of the patched_funcs.csv of the subpatches */
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include "bsc1120902.h"

static struct klp_object objs[] = {
	{
		.funcs = (struct klp_func[]) {
			{
				.old_name = "crypto_shash_report",
				.new_func = klpp_crypto_shash_report,
				.old_sympos = 0,
			},
			{
				.old_name = "crypto_ahash_report",
				.new_func = klpp_crypto_ahash_report,
				.old_sympos = 1,
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

	retval = livepatch_bsc1120902_init();
	if (retval)
		return retval;

	retval = klp_enable_patch(&patch);
	if (retval)
		goto err_patch;
	return 0;

err_patch:
	livepatch_bsc1120902_cleanup();
	return retval;
}

static void __exit klp_patch_cleanup(void)
{
	pr_info("livepatch: removed\n");
	livepatch_bsc1120902_cleanup();
}

module_init(klp_patch_init);
module_exit(klp_patch_cleanup);

MODULE_DESCRIPTION("Livepatch test");
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
