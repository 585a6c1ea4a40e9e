/* Makes a klp_patch of the sections that kpatch-build leaves, when the module is loaded */
#include <linux/init.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include "kpatch-patch.h"

extern struct kpatch_patch_func __kpatch_funcs[], __kpatch_funcs_end[];
extern struct kpatch_pre_patch_callback __kpatch_callbacks_pre_patch[], __kpatch_callbacks_pre_patch_end[];
extern struct kpatch_post_unpatch_callback __kpatch_callbacks_post_unpatch[], __kpatch_callbacks_post_unpatch_end[];

static struct klp_patch *lpatch;

static struct klp_object *object(struct klp_object *objs, const char *objname)
{
	const char *name = strcmp(objname, "vmlinux") ? objname : NULL;

	for (; objs->funcs; objs++)
		if (objs->name == name || (name && objs->name && !strcmp(objs->name, name)))
			break;
	objs->name = name;
	return objs;
}

static int add(struct klp_object *objs, struct kpatch_patch_func *from)
{
	int all = __kpatch_funcs_end - __kpatch_funcs;
	struct klp_object *obj = object(objs, from->objname);
	struct klp_func *func;

	if (!obj->funcs)
		obj->funcs = kcalloc(all + 1, sizeof(*obj->funcs), GFP_KERNEL);
	if (!obj->funcs)
		return -ENOMEM;
	for (func = obj->funcs; func->old_name; func++)
		;
	func->old_name = from->name;
	func->new_func = (void *)from->new_addr;
	func->old_sympos = from->sympos;
	return 0;
}

static int __init patch_init(void)
{
	int all = __kpatch_funcs_end - __kpatch_funcs;
	struct kpatch_post_unpatch_callback *post;
	struct kpatch_pre_patch_callback *pre;
	struct kpatch_patch_func *func;
	int ret = 0;

	lpatch = kzalloc(sizeof(*lpatch), GFP_KERNEL);
	if (!lpatch)
		return -ENOMEM;
	lpatch->mod = THIS_MODULE;
	lpatch->objs = kcalloc(all + 1, sizeof(*lpatch->objs), GFP_KERNEL);
	if (!lpatch->objs)
		return -ENOMEM;
	for (func = __kpatch_funcs; func < __kpatch_funcs_end && !ret; func++)
		ret = add(lpatch->objs, func);
	if (ret)
		return ret;
	for (pre = __kpatch_callbacks_pre_patch; pre < __kpatch_callbacks_pre_patch_end; pre++)
		object(lpatch->objs, pre->objname)->callbacks.pre_patch = pre->callback;
	for (post = __kpatch_callbacks_post_unpatch; post < __kpatch_callbacks_post_unpatch_end; post++)
		object(lpatch->objs, post->objname)->callbacks.post_unpatch = post->callback;
	return klp_enable_patch(lpatch);
}

static void __exit patch_exit(void)
{
	struct klp_object *obj;

	for (obj = lpatch->objs; obj->funcs; obj++)
		kfree(obj->funcs);
	kfree(lpatch->objs);
	kfree(lpatch);
}

module_init(patch_init);
module_exit(patch_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
