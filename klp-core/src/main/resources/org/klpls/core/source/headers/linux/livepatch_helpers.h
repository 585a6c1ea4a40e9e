/* Part of klpls: the marks that a patch gives klp-build. Source of the names: include/linux/livepatch_helpers.h, v6.19. */
#ifndef KLPLS_LIVEPATCH_HELPERS_H
#define KLPLS_LIVEPATCH_HELPERS_H

#include <linux/livepatch.h>

#ifndef KLP_OBJNAME
#define KLP_OBJNAME vmlinux
#endif

typedef int (*klp_pre_patch_t)(struct klp_object *obj);
typedef void (*klp_post_patch_t)(struct klp_object *obj);
typedef void (*klp_pre_unpatch_t)(struct klp_object *obj);
typedef void (*klp_post_unpatch_t)(struct klp_object *obj);

#define KLPLS_KLP_CALLBACK_(kind, fn)                                                                 \
	klp_##kind##_t __attribute__((__used__, __section__(".discard.klp_callback_ptrs")))           \
		KLPLS_JOIN(__klp_##kind##_callback_, KLP_OBJNAME) = fn

#define KLP_PRE_PATCH_CALLBACK(fn) KLPLS_KLP_CALLBACK_(pre_patch, fn)
#define KLP_POST_PATCH_CALLBACK(fn) KLPLS_KLP_CALLBACK_(post_patch, fn)
#define KLP_PRE_UNPATCH_CALLBACK(fn) KLPLS_KLP_CALLBACK_(pre_unpatch, fn)
#define KLP_POST_UNPATCH_CALLBACK(fn) KLPLS_KLP_CALLBACK_(post_unpatch, fn)

#endif
