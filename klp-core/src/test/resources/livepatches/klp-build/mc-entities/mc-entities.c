/* CVE-2014-1739: what a media device tells of its entities has bytes that nobody set */
#include <linux/livepatch.h>
#include <linux/media.h>
#include <linux/printk.h>
#include <linux/string.h>
#include <media/media-device.h>
#include <media/media-entity.h>
#include "livepatch_external.h"

/* include/uapi/linux/media.h has a name for it that the kernel's own code does not see */
#define ENT_DEVNODE_UNKNOWN (MEDIA_ENT_F_OLD_BASE | 0xffff)

static struct media_entity *find(struct media_device *mdev, u32 id)
{
	bool next = id & MEDIA_ENT_ID_FLAG_NEXT;
	struct media_entity *entity;

	id &= ~MEDIA_ENT_ID_FLAG_NEXT;
	media_device_for_each_entity(entity, mdev)
		if (next ? media_entity_id(entity) > id : media_entity_id(entity) == id)
			return entity;
	return NULL;
}

static u32 type_of(struct media_entity *entity)
{
	if (entity->function >= MEDIA_ENT_F_OLD_BASE && entity->function <= MEDIA_ENT_F_TUNER)
		return entity->function;
	if (is_media_entity_v4l2_subdev(entity))
		return MEDIA_ENT_F_V4L2_SUBDEV_UNKNOWN;
	return entity->function == MEDIA_ENT_F_IO_V4L ? entity->function : ENT_DEVNODE_UNKNOWN;
}

static long media_device_enum_entities(struct media_device *mdev, void *arg)
{
	struct media_entity_desc *desc = arg;
	struct media_entity *entity = find(mdev, desc->id);

	if (!entity)
		return -EINVAL;
	memset(desc, 0, sizeof(*desc));
	desc->id = media_entity_id(entity);
	if (entity->name)
		strscpy(desc->name, entity->name, sizeof(desc->name));
	desc->type = type_of(entity);
	desc->flags = entity->flags;
	desc->pads = entity->num_pads;
	desc->links = entity->num_links - entity->num_backlinks;
	memcpy(&desc->raw, &entity->info, sizeof(entity->info));
	return 0;
}

static int begin(struct klp_object *obj)
{
	return 0;
}

static void end(struct klp_object *obj)
{
	pr_info("livepatch: media entities are told as before\n");
}

static struct klp_func_ext funcs[] __section(".init.klp_funcs") = {
	{ "media_device_enum_entities", media_device_enum_entities, 0 },
};

static struct klp_object_ext objects[] __used __section(".init.klp_objects") = {
	{ .name = "mc", .funcs = funcs, .nr_funcs = 1, .callbacks = { .pre_patch = begin, .post_unpatch = end } },
};
