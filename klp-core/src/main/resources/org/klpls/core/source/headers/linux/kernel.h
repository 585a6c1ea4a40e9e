/* Part of klpls: just enough of the kernel's interface to read a livepatch whose kernel headers are not there. */
#ifndef KLPLS_KERNEL_H
#define KLPLS_KERNEL_H

#include <linux/types.h>

int printk(const char *format, ...);
#ifndef pr_fmt
#define pr_fmt(format) format
#endif
#define KERN_INFO "\0016"
#define pr_emerg(format, args...) printk(pr_fmt(format), ##args)
#define pr_err(format, args...) printk(pr_fmt(format), ##args)
#define pr_warn(format, args...) printk(pr_fmt(format), ##args)
#define pr_notice(format, args...) printk(pr_fmt(format), ##args)
#define pr_info(format, args...) printk(pr_fmt(format), ##args)
#define pr_debug(format, args...) printk(pr_fmt(format), ##args)
#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))

#endif
