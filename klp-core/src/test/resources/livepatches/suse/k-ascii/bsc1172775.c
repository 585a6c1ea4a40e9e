/* CVE-2020-13974: digits that are typed with Alt add up until a signed number overflows */
#include <linux/kd.h>
#include <linux/kernel.h>
#include <linux/tty.h>
#include <linux/console_struct.h>
#include "klp_convert.h"
#include "bsc1172775.h"

/* klp-ccp: from drivers/tty/vt/keyboard.c */
extern unsigned int npadch_value KLP_RELOC_SYMBOL(vmlinux, vmlinux, npadch_value);
extern bool npadch_active KLP_RELOC_SYMBOL(vmlinux, vmlinux, npadch_active);

void klpp_k_ascii(struct vc_data *vc, unsigned char value, char up_flag)
{
	unsigned int base = value < 10 ? 10 : 16;

	if (up_flag)
		return;
	if (base == 16)
		value -= 10;
	if (!npadch_active)
		npadch_value = 0;
	npadch_active = true;
	npadch_value = npadch_value * base + value;
}

int livepatch_bsc1172775_init(void)
{
	return 0;
}
