/* Part of klpls: the marks that a patch gives kpatch-build, as far as they can be read where kpatch is not installed. */
#ifndef KLPLS_KPATCH_MACROS_H
#define KLPLS_KPATCH_MACROS_H

#include <linux/livepatch.h>

#define KLPLS_MARK_(type, name, section, value) \
	type name __attribute__((__used__, __section__(section))) = value

typedef struct klp_object patch_object;

#define KLPLS_KPATCH_CALLBACK_(kind, result, fn)                                                      \
	struct kpatch_##kind##_callback {                                                             \
		result (*fn_)(patch_object *obj);                                                     \
		char *objname;                                                                        \
	};                                                                                            \
	static KLPLS_MARK_(struct kpatch_##kind##_callback, kpatch_##kind##_data, ".kpatch.callbacks." #kind, { fn })

#define KPATCH_PRE_PATCH_CALLBACK(fn) KLPLS_KPATCH_CALLBACK_(pre_patch, int, fn)
#define KPATCH_POST_PATCH_CALLBACK(fn) KLPLS_KPATCH_CALLBACK_(post_patch, void, fn)
#define KPATCH_PRE_UNPATCH_CALLBACK(fn) KLPLS_KPATCH_CALLBACK_(pre_unpatch, void, fn)
#define KPATCH_POST_UNPATCH_CALLBACK(fn) KLPLS_KPATCH_CALLBACK_(post_unpatch, void, fn)
#define KPATCH_LOAD_HOOK(fn) static KLPLS_MARK_(void (*kpatch_load_data)(void), , ".kpatch.hooks.load", fn)
#define KPATCH_UNLOAD_HOOK(fn) static KLPLS_MARK_(void (*kpatch_unload_data)(void), , ".kpatch.hooks.unload", fn)
#define KPATCH_FORCE_UNSAFE(fn) KLPLS_MARK_(void *, __kpatch_force_func_##fn, ".kpatch.force", fn)
#define KPATCH_IGNORE_FUNCTION(fn) KLPLS_MARK_(void *, __kpatch_ignore_func_##fn, ".kpatch.ignore.functions", fn)
#define KPATCH_IGNORE_SECTION(name) \
	KLPLS_MARK_(char *, KLPLS_JOIN(kpatch_ignore_section_, __COUNTER__), ".kpatch.ignore.sections", name)

#define KPATCH_PRINTK(format...) printk(format)
#define KPATCH_STATIC_CALL(name) static_call(name)

#endif
