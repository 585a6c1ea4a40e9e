/* A system call under another inner name, as klp-build wants it: what calls it is traced, and so can be replaced */
#ifndef LIVEPATCH_HELPERS_H
#define LIVEPATCH_HELPERS_H

#include <linux/syscalls.h>

#define KLP_SYSCALL_DEFINE2(name, ...) KLP_SYSCALL_DEFINEx(2, _##name, __VA_ARGS__)

#define KLP_SYSCALL_DEFINEx(n, name, ...)						\
	static inline long __klp_do_sys##name(__MAP(n, __SC_DECL, __VA_ARGS__));	\
	static long __se_sys##name(__MAP(n, __SC_LONG, __VA_ARGS__));			\
	__X64_SYS_STUBx(n, name, __VA_ARGS__)						\
	static long __se_sys##name(__MAP(n, __SC_LONG, __VA_ARGS__))			\
	{										\
		return __klp_do_sys##name(__MAP(n, __SC_CAST, __VA_ARGS__));		\
	}										\
	static inline long __klp_do_sys##name(__MAP(n, __SC_DECL, __VA_ARGS__))

#endif
