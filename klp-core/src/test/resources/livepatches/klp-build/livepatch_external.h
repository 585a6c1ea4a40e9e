/* The tables that objtool klp puts into a module, as of Linux 6.19 */
#ifndef LIVEPATCH_EXTERNAL_H
#define LIVEPATCH_EXTERNAL_H

#include <linux/livepatch.h>

struct klp_callbacks_ext {
	int (*pre_patch)(struct klp_object *obj);
	void (*post_patch)(struct klp_object *obj);
	void (*pre_unpatch)(struct klp_object *obj);
	void (*post_unpatch)(struct klp_object *obj);
	bool post_unpatch_enabled;
};

struct klp_func_ext {
	const char *old_name;
	void *new_func;
	unsigned long sympos;
};

struct klp_object_ext {
	const char *name;
	struct klp_func_ext *funcs;
	struct klp_callbacks_ext callbacks;
	unsigned int nr_funcs;
};

#endif
