/* The tables that kpatch-build puts into a module */
#ifndef KPATCH_PATCH_H
#define KPATCH_PATCH_H

struct kpatch_patch_func {
	unsigned long new_addr;
	unsigned long new_size;
	unsigned long old_addr;
	unsigned long old_size;
	unsigned long sympos;
	char *name;
	char *objname;
};

struct kpatch_pre_patch_callback {
	int (*callback)(struct klp_object *obj);
	char *objname;
};

struct kpatch_post_unpatch_callback {
	void (*callback)(struct klp_object *obj);
	char *objname;
};

/* as the macros of kpatch-macros.h, with the object that create-diff-object fills in */
#define KPATCH_PRE_PATCH_CALLBACK(fn, object)						\
	static struct kpatch_pre_patch_callback kpatch_pre_patch_data			\
	__used __section(".kpatch.callbacks.pre_patch") = { fn, object }
#define KPATCH_POST_UNPATCH_CALLBACK(fn, object)					\
	static struct kpatch_post_unpatch_callback kpatch_post_unpatch_data		\
	__used __section(".kpatch.callbacks.post_unpatch") = { fn, object }
#define KPATCH_FORCE_UNSAFE(fn)								\
	static void *__kpatch_force_func_##fn __used __section(".kpatch.force") = fn

/* what create-diff-object makes of a changed function */
#define KPATCH_CHANGED(fn, position, object)						\
	static char kpatch_name_##fn[] __used __section(".kpatch.strings") = #fn;	\
	static char kpatch_objname_##fn[] __used __section(".kpatch.strings") = object;	\
	static struct kpatch_patch_func kpatch_func_##fn				\
	__used __aligned(8) __section(".kpatch.funcs") = {				\
		.new_addr = (unsigned long)fn,						\
		.sympos = position,							\
		.name = kpatch_name_##fn,						\
		.objname = kpatch_objname_##fn,						\
	}

#endif
