/* CVE-2012-6545: the name of an HCI socket has a byte that nobody set */
#include <linux/err.h>
#include <linux/net.h>
#include <linux/string.h>
#include <net/bluetooth/bluetooth.h>
#include <net/bluetooth/hci_core.h>
#include <net/bluetooth/hci_sock.h>
#include "bsc792500.h"

/* klp-ccp: from net/bluetooth/hci_sock.c */
#define hci_pi(sk) ((struct hci_pinfo *) sk)

struct hci_pinfo {
	struct bt_sock    bt;
	struct hci_dev    *hdev;
	struct hci_filter filter;
	__u8              cmsg_mask;
	unsigned short    channel;
	unsigned long     flags;
	__u32             cookie;
	char              comm[TASK_COMM_LEN];
	__u16             mtu;
};

static struct hci_dev *klpr_hci_hdev_from_sock(struct sock *sk)
{
	struct hci_dev *hdev = hci_pi(sk)->hdev;

	if (!hdev)
		return ERR_PTR(-EBADFD);
	return hci_dev_test_flag(hdev, HCI_UNREGISTER) ? ERR_PTR(-EPIPE) : hdev;
}

int klpp_hci_sock_getname(struct socket *sock, struct sockaddr *addr, int peer)
{
	struct sockaddr_hci *name = (struct sockaddr_hci *)addr;
	struct hci_dev *hdev;
	int ret;

	if (peer)
		return -EOPNOTSUPP;
	lock_sock(sock->sk);
	hdev = klpr_hci_hdev_from_sock(sock->sk);
	ret = PTR_ERR_OR_ZERO(hdev);
	if (!ret) {
		memset(name, 0, sizeof(*name));
		name->hci_family = AF_BLUETOOTH;
		name->hci_dev = hdev->id;
		name->hci_channel = hci_pi(sock->sk)->channel;
		ret = sizeof(*name);
	}
	release_sock(sock->sk);
	return ret;
}
