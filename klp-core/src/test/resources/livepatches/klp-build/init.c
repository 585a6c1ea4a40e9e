/* Makes a klp_patch of what objtool left in init memory */
#include <linux/init.h>
#include <linux/module.h>
#include <linux/slab.h>
#include "livepatch_external.h"

extern struct klp_object_ext __start_klp_objects[], __stop_klp_objects[];

static struct klp_patch *patch;

static int __init fill(struct klp_object *obj, struct klp_object_ext *from)
{
	struct klp_func *funcs = kcalloc(from->nr_funcs + 1, sizeof(*funcs), GFP_KERNEL);
	unsigned int i;

	if (!funcs)
		return -ENOMEM;
	for (i = 0; i < from->nr_funcs; i++) {
		funcs[i].old_name = from->funcs[i].old_name;
		funcs[i].new_func = from->funcs[i].new_func;
		funcs[i].old_sympos = from->funcs[i].sympos;
	}
	obj->name = from->name;
	obj->funcs = funcs;
	obj->callbacks.pre_patch = from->callbacks.pre_patch;
	obj->callbacks.post_unpatch = from->callbacks.post_unpatch;
	return 0;
}

static int __init livepatch_mod_init(void)
{
	unsigned int count = __stop_klp_objects - __start_klp_objects;
	struct klp_object *objs;
	unsigned int i;
	int ret;

	patch = kzalloc(sizeof(*patch), GFP_KERNEL);
	objs = kcalloc(count + 1, sizeof(*objs), GFP_KERNEL);
	if (!patch || !objs) {
		kfree(patch);
		kfree(objs);
		return -ENOMEM;
	}
	patch->mod = THIS_MODULE;
	patch->objs = objs;
	for (i = 0; i < count; i++) {
		ret = fill(&objs[i], &__start_klp_objects[i]);
		if (ret)
			return ret;
	}
	return klp_enable_patch(patch);
}

static void __exit livepatch_mod_exit(void)
{
	struct klp_object *obj;

	for (obj = patch->objs; obj->funcs; obj++)
		kfree(obj->funcs);
	kfree(patch->objs);
	kfree(patch);
}

module_init(livepatch_mod_init);
module_exit(livepatch_mod_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
MODULE_DESCRIPTION("Livepatch module");
