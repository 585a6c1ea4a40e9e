/* Part of klpls: just enough of the kernel's interface to read a livepatch whose kernel headers are not there. */
#ifndef KLPLS_INIT_H
#define KLPLS_INIT_H

#include <linux/module.h>

#endif
