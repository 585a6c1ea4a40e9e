// "net: convert %p usage to %pK": /proc/net/unix shows where sockets lie in the kernel's memory
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/net.h>
#include <linux/seq_file.h>
#include <linux/un.h>
#include <net/af_unix.h>
#include <net/sock.h>
#include <net/tcp_states.h>

static int state_of(const struct sock *s)
{
	bool established = s->sk_state == TCP_ESTABLISHED;

	if (s->sk_socket)
		return established ? SS_CONNECTED : SS_UNCONNECTED;
	return established ? SS_CONNECTING : SS_DISCONNECTING;
}

static void show_name(struct seq_file *seq, const struct unix_address *addr)
{
	int length = addr->len - offsetof(struct sockaddr_un, sun_path);
	const char *path = addr->name->sun_path;
	int i;

	seq_putc(seq, ' ');
	if (path[0])
		length--;
	for (i = 0; i < length; i++)
		seq_putc(seq, path[i] ?: '@');
}

static int livepatch_unix_seq_show(struct seq_file *seq, void *v)
{
	struct sock *s = v;

	if (v == SEQ_START_TOKEN) {
		seq_puts(seq, "Num       RefCount Protocol Flags    Type St Inode Path\n");
		return 0;
	}
	unix_state_lock(s);
	seq_printf(seq, "%pK: %08X %08X %08X %04X %02X %5lu", s, refcount_read(&s->sk_refcnt), 0,
		   s->sk_state == TCP_LISTEN ? __SO_ACCEPTCON : 0, s->sk_type, state_of(s), sock_i_ino(s));
	if (unix_sk(s)->addr)
		show_name(seq, unix_sk(s)->addr);
	unix_state_unlock(s);
	seq_putc(seq, '\n');
	return 0;
}

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = (struct klp_object[]) {
		{
			.funcs = (struct klp_func[]) {
				{
					.old_name = "unix_seq_show",
					.new_func = livepatch_unix_seq_show,
					.old_sympos = 1,
				},
				{ },
			},
		},
		{ },
	},
};

static int __init unix_pointers_init(void)
{
	return klp_enable_patch(&patch);
}

static void __exit unix_pointers_exit(void)
{
}

module_init(unix_pointers_init);
module_exit(unix_pointers_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
