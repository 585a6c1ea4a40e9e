/* Part of klpls: just enough of the kernel's interface to read a livepatch whose kernel headers are not there. */
#ifndef KLPLS_TYPES_H
#define KLPLS_TYPES_H

#ifndef NULL
#define NULL ((void *)0)
#endif
typedef _Bool bool;
#define true 1
#define false 0
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef signed char s8;
typedef short s16;
typedef int s32;
typedef long long s64;
typedef unsigned long size_t;
typedef long ssize_t;
typedef long long loff_t;
typedef unsigned int gfp_t;
typedef unsigned short umode_t;
typedef int pid_t;
typedef unsigned int dev_t;

struct list_head {
	struct list_head *next, *prev;
};

#endif
