/* CVE-2012-6546, the other half: a switched ATM socket's name, with whatever the socket remembers of it */
#include <linux/atmdev.h>
#include <linux/atmsvc.h>
#include <linux/livepatch.h>
#include <linux/net.h>
#include <linux/string.h>
#include "kpatch-patch.h"

static int svc_getname(struct socket *sock, struct sockaddr *sockaddr, int peer)
{
	struct atm_vcc *vcc = ATM_SD(sock);

	memset(sockaddr, 0, sizeof(struct sockaddr_atmsvc));
	memcpy(sockaddr, peer ? &vcc->remote : &vcc->local, sizeof(struct sockaddr_atmsvc));
	return sizeof(struct sockaddr_atmsvc);
}

KPATCH_CHANGED(svc_getname, 0, "atm");
