/* CVE-2009-3002: rose_getname() leaves bytes unset; and iomem's addresses. Two objects, with a callback */
#include <linux/capability.h>
#include <linux/fs.h>
#include <linux/ioport.h>
#include <linux/net.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/string.h>
#include <net/ax25.h>
#include <net/rose.h>
#include <net/sock.h>
#include "livepatch_external.h"

static int rose_getname(struct socket *sock, struct sockaddr *uaddr, int peer)
{
	struct full_sockaddr_rose *name = (struct full_sockaddr_rose *)uaddr;
	struct rose_sock *rose = rose_sk(sock->sk);

	memset(name, 0, sizeof(*name));
	name->srose_family = AF_ROSE;
	if (!peer) {
		name->srose_addr = rose->source_addr;
		name->srose_call = rose->source_call;
		name->srose_ndigis = rose->source_ndigis;
		memcpy(name->srose_digis, rose->source_digis, sizeof(name->srose_digis));
		return sizeof(*name);
	}
	if (sock->sk->sk_state != TCP_ESTABLISHED)
		return -ENOTCONN;
	name->srose_addr = rose->dest_addr;
	name->srose_call = rose->dest_call;
	name->srose_ndigis = rose->dest_ndigis;
	memcpy(name->srose_digis, rose->dest_digis, sizeof(name->srose_digis));
	return sizeof(*name);
}

static int r_show(struct seq_file *m, void *v)
{
	struct resource *shown = v;
	bool trusted = file_ns_capable(m->file, &init_user_ns, CAP_SYS_ADMIN);

	seq_printf(m, "%08llx-%08llx : %s\n", trusted ? (unsigned long long)shown->start : 0,
		   trusted ? (unsigned long long)shown->end : 0, shown->name ? shown->name : "<BAD>");
	return 0;
}

static int before_rose(struct klp_object *obj)
{
	pr_info("livepatch: rose is about to be patched\n");
	return 0;
}

static struct klp_func_ext funcs[] __section(".init.klp_funcs") = {
	{ "r_show", r_show, 1 },
	{ "rose_getname", rose_getname, 0 },
};

static struct klp_object_ext objects[] __used __section(".init.klp_objects") = {
	{ .name = NULL, .funcs = &funcs[0], .nr_funcs = 1 },
	{ .name = "rose", .funcs = &funcs[1], .nr_funcs = 1, .callbacks = { .pre_patch = before_rose } },
};
