/* Part of klpls: just enough of the kernel's interface to read a livepatch whose kernel headers are not there. */
#ifndef KLPLS_PRINTK_H
#define KLPLS_PRINTK_H

#include <linux/kernel.h>

#endif
