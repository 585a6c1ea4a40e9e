// CVE-2022-48757: /proc/net/ptype shows packet sockets of other network namespaces
#include <linux/if_ether.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/seq_file.h>
#include <linux/seq_file_net.h>
#include <net/net_namespace.h>

struct ptype_iter_state {
	struct seq_net_private	p;
	struct net_device	*dev;
};

static bool is_of(struct net *net, const struct packet_type *pt, const struct net_device *dev)
{
	if (pt->af_packet_net && !net_eq(pt->af_packet_net, net))
		return false;
	return !dev || net_eq(dev_net(dev), net);
}

static int livepatch_ptype_seq_show(struct seq_file *seq, void *v)
{
	struct ptype_iter_state *iter = seq->private;
	struct packet_type *pt = v;

	if (v == SEQ_START_TOKEN) {
		seq_puts(seq, "Type Device      Function\n");
		return 0;
	}
	if (!is_of(seq_file_net(seq), pt, iter->dev))
		return 0;
	if (pt->type == htons(ETH_P_ALL))
		seq_puts(seq, "ALL ");
	else
		seq_printf(seq, "%04x", ntohs(pt->type));
	seq_printf(seq, " %-8s %ps\n", iter->dev ? iter->dev->name : "", pt->func);
	return 0;
}

static struct klp_func funcs[] = {
	{ .old_name = "ptype_seq_show", .new_func = livepatch_ptype_seq_show },
	{ }
};

static struct klp_object objs[] = {
	{ .funcs = funcs },
	{ }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
};

static int __init ptype_netns_init(void)
{
	return klp_enable_patch(&patch);
}

static void __exit ptype_netns_exit(void)
{
}

module_init(ptype_netns_init);
module_exit(ptype_netns_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
