/* Made of the patched_funcs.csv of the subpatches */
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include "bsc809892_phonet.h"
#include "bsc809892_l2tp.h"

static struct klp_object objs[] = {
	{
		.name = "phonet",
		.funcs = (struct klp_func[]) {
			{
				.old_name = "pn_socket_getname",
				.new_func = klpp_pn_socket_getname,
				.old_sympos = 0,
			},
			{ },
		},
	},
	{
		.name = "l2tp_ip6",
		.funcs = (struct klp_func[]) {
			{
				.old_name = "l2tp_ip6_getname",
				.new_func = klpp_l2tp_ip6_getname,
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

	retval = livepatch_bsc809892_phonet_init();
	if (retval)
		return retval;

	retval = livepatch_bsc809892_l2tp_init();
	if (retval)
		goto err_bsc809892_phonet;

	retval = klp_enable_patch(&patch);
	if (retval)
		goto err_bsc809892_l2tp;
	return 0;

err_bsc809892_l2tp:
	livepatch_bsc809892_l2tp_cleanup();
err_bsc809892_phonet:
	livepatch_bsc809892_phonet_cleanup();
	return retval;
}

static void __exit klp_patch_cleanup(void)
{
	pr_info("livepatch: removed\n");
	livepatch_bsc809892_l2tp_cleanup();
	livepatch_bsc809892_phonet_cleanup();
}

module_init(klp_patch_init);
module_exit(klp_patch_cleanup);

MODULE_DESCRIPTION("Livepatch test");
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
