// CVE-2011-1019: CAP_NET_ADMIN may load modules of network devices, not any module
#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/capability.h>
#include <linux/kernel.h>
#include <linux/kmod.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/netdevice.h>

static void klpp_dev_load(struct net *net, const char *name)
{
	bool known;

	rcu_read_lock();
	known = dev_get_by_name_rcu(net, name) != NULL;
	rcu_read_unlock();
	if (known)
		return;
	if (capable(CAP_NET_ADMIN) && !request_module("netdev-%s", name))
		return;
	if (capable(CAP_SYS_MODULE))
		request_module("%s", name);
}

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = (struct klp_object[]) {
		{
			.funcs = (struct klp_func[]) {
				{
					.old_name = "dev_load",
					.new_func = klpp_dev_load,
				},
				{ }
			},
		},
		{ }
	},
};

static int __init dev_load_init(void)
{
	int ret = klp_enable_patch(&patch);

	if (ret)
		pr_err("not enabled: %d\n", ret);
	return ret;
}

static void __exit dev_load_exit(void)
{
	pr_info("unloaded\n");
}

module_init(dev_load_init);
module_exit(dev_load_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
