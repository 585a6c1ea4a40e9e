// CVE-2018-20169: a descriptor of a USB device may be shorter than what its reader takes it for
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/usb.h>

static int klpp___usb_get_extra_descriptor(char *buffer, unsigned int size, unsigned char type, void **ptr,
					   size_t minsize)
{
	unsigned int at = 0;

	while (size - at >= sizeof(struct usb_descriptor_header)) {
		struct usb_descriptor_header *header = (struct usb_descriptor_header *)(buffer + at);

		if (header->bLength < 2 || header->bLength > size - at) {
			pr_err("usbcore: bogus descriptor, type %d length %d\n", header->bDescriptorType,
			       header->bLength);
			return -1;
		}
		if (header->bDescriptorType == type && header->bLength >= minsize) {
			*ptr = header;
			return 0;
		}
		at += header->bLength;
	}
	return -1;
}

#define TARGET __usb_get_extra_descriptor

static struct klp_func funcs[2] = {
	[0].old_name = __stringify(TARGET),
	[0].new_func = klpp___usb_get_extra_descriptor,
};

static struct klp_object objs[2] = {
	[0] = { .name = "usb" "core", .funcs = &funcs[0] },
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
};

static int __init usb_descriptor_init(void)
{
	return klp_enable_patch(&patch);
}

static void __exit usb_descriptor_exit(void)
{
}

module_init(usb_descriptor_init);
module_exit(usb_descriptor_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
