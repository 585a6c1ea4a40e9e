/* CVE-2011-1019, as objtool klp would leave it: dev_load() must not load any module */
#include <linux/capability.h>
#include <linux/kmod.h>
#include <linux/netdevice.h>
#include "livepatch_external.h"

void dev_load(struct net *net, const char *name)
{
	struct net_device *dev;

	rcu_read_lock();
	dev = dev_get_by_name_rcu(net, name);
	rcu_read_unlock();
	if (dev || (capable(CAP_NET_ADMIN) && !request_module("netdev-%s", name)))
		return;
	if (capable(CAP_SYS_MODULE))
		request_module("%s", name);
}

static struct klp_func_ext funcs[] __section(".init.klp_funcs") = {
	{ "dev_load", dev_load, 0 },
};

static struct klp_object_ext objects[] __used __section(".init.klp_objects") = {
	{ .funcs = funcs, .nr_funcs = 1 },
};
