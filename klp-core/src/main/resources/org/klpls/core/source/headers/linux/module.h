/* Part of klpls: just enough of the kernel's interface to read a livepatch whose kernel headers are not there. */
#ifndef KLPLS_MODULE_H
#define KLPLS_MODULE_H

#include <linux/types.h>

#define KLPLS_TEXT_(x...) #x
#define __stringify(x...) KLPLS_TEXT_(x)
#define KLPLS_JOIN_(a, b) a##b
#define KLPLS_JOIN(a, b) KLPLS_JOIN_(a, b)

#define __init __attribute__((__section__(".init.text"), __cold__))
#define __exit __attribute__((__section__(".exit.text"), __used__, __cold__))
#define __initdata __attribute__((__section__(".init.data")))
#define __used __attribute__((__used__))
#define __maybe_unused __attribute__((__unused__))
#define noinline __attribute__((__noinline__))
#define notrace __attribute__((__no_instrument_function__))
#define asmlinkage

struct module;
extern struct module __this_module;
#define THIS_MODULE (&__this_module)

#define MODULE_INFO(key, value)                                                                       \
	static const char KLPLS_JOIN(klpls_modinfo_, __COUNTER__)[]                                   \
		__attribute__((__used__, __section__(".modinfo"), __aligned__(1))) = __stringify(key) "=" value
#define MODULE_LICENSE(value) MODULE_INFO(license, value)
#define MODULE_AUTHOR(value) MODULE_INFO(author, value)
#define MODULE_DESCRIPTION(value) MODULE_INFO(description, value)
#define MODULE_VERSION(value) MODULE_INFO(version, value)
#define MODULE_ALIAS(value) MODULE_INFO(alias, value)
#define MODULE_IMPORT_NS(ns) MODULE_INFO(import_ns, __stringify(ns))
#define MODULE_PARM_DESC(name, value) MODULE_INFO(parm, #name ":" value)

#define module_init(function) int init_module(void) __attribute__((__alias__(#function)))
#define module_exit(function) void cleanup_module(void) __attribute__((__alias__(#function)))
#define module_param(name, type, perm) extern int KLPLS_JOIN(klpls_parameter_, name)
#define EXPORT_SYMBOL(name) extern __typeof__(name) name
#define EXPORT_SYMBOL_GPL(name) extern __typeof__(name) name

#endif
