/* "Phonet: zero the name of a socket": what is not set is not told */
#include <linux/net.h>
#include <linux/phonet.h>
#include <linux/string.h>
#include <net/phonet/phonet.h>
#include <net/sock.h>
#include "bsc809892_phonet.h"

int klpp_pn_socket_getname(struct socket *sock, struct sockaddr *addr, int peer)
{
	struct sockaddr_pn *name = (struct sockaddr_pn *)addr;

	memset(name, 0, sizeof(*name));
	name->spn_family = AF_PHONET;
	if (!peer)
		pn_sockaddr_set_object(name, pn_sk(sock->sk)->sobject);
	return sizeof(*name);
}
