// CVE-2012-6549: two bytes of a file handle of isofs are whatever lay in memory
#include <linux/exportfs.h>
#include <linux/fs.h>
#include <linux/livepatch.h>
#include <linux/module.h>

/* fs/isofs/isofs.h */
struct iso_inode_info {
	unsigned long i_iget5_block;
	unsigned long i_iget5_offset;
	unsigned int i_first_extent;
	unsigned char i_file_format;
	unsigned char i_format_parm[3];
	unsigned long i_next_section_block;
	unsigned long i_next_section_offset;
	off_t i_section_size;
	struct inode vfs_inode;
};

static inline struct iso_inode_info *ISOFS_I(struct inode *inode)
{
	return container_of(inode, struct iso_inode_info, vfs_inode);
}

static int klpp_isofs_export_encode_fh(struct inode *inode, __u32 *fh32, int *max_len, struct inode *parent)
{
	int wanted = parent ? 5 : 3;
	u16 parent_offset = parent ? ISOFS_I(parent)->i_iget5_offset : 0;
	u16 *offsets = (u16 *)&fh32[1];

	if (*max_len < wanted) {
		*max_len = wanted;
		return FILEID_INVALID;
	}
	*max_len = wanted;
	fh32[0] = ISOFS_I(inode)->i_iget5_block;
	offsets[0] = ISOFS_I(inode)->i_iget5_offset;
	offsets[1] = parent_offset;
	fh32[2] = inode->i_generation;
	if (!parent)
		return 1;
	fh32[3] = ISOFS_I(parent)->i_iget5_block;
	fh32[4] = parent->i_generation;
	return 2;
}

static struct klp_func isofs_funcs[] = {
	{
		.old_name = "isofs_export_encode_fh",
		.new_func = klpp_isofs_export_encode_fh,
	}, { }
};

static struct klp_object objs[] = {
	{
		.name = "isofs",
		.funcs = isofs_funcs,
	}, { }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objs,
};

static int __init isofs_handle_init(void)
{
	return klp_enable_patch(&patch);
}

static void __exit isofs_handle_exit(void)
{
}

module_init(isofs_handle_init);
module_exit(isofs_handle_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
