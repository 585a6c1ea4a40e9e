// SPDX-License-Identifier: Apache-2.0
/* A module that is no livepatch: uses what another one exports. */
#include <linux/module.h>

extern int target_value;
extern int target_in_space;
extern int klpp_absent __attribute__((weak));

static int __init start(void)
{
	pr_info("%d %d %px\n", target_value, target_in_space, &klpp_absent);
	return 0;
}

static void __exit end(void)
{
}
module_init(start);
module_exit(end);
MODULE_IMPORT_NS(KLPP_SPACE);
MODULE_LICENSE("GPL");
