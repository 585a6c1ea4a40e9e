// CVE-2023-1073: the first report of a list that is empty is no report. The patch is chosen when it is loaded
#include <linux/hid.h>
#include <linux/livepatch.h>
#include <linux/module.h>

static bool quiet;
module_param(quiet, bool, 0444);
MODULE_PARM_DESC(quiet, "say nothing of reports that are refused");

static struct hid_report *find_report(struct hid_device *hid, enum hid_report_type type, unsigned int id)
{
	struct hid_report_enum *all = &hid->report_enum[type];

	if (id)
		return all->report_id_hash[id];
	return list_first_entry_or_null(&all->report_list, struct hid_report, list);
}

static struct hid_report *quiet_values(struct hid_device *hid, enum hid_report_type type, unsigned int id,
				       unsigned int field_index, unsigned int report_counts)
{
	struct hid_report *report;

	if (type > HID_FEATURE_REPORT || id >= HID_MAX_IDS)
		return NULL;
	report = find_report(hid, type, id);
	if (!report || report->maxfield <= field_index || report->field[field_index]->report_count < report_counts)
		return NULL;
	return report;
}

static struct hid_report *loud_values(struct hid_device *hid, enum hid_report_type type, unsigned int id,
				      unsigned int field_index, unsigned int report_counts)
{
	struct hid_report *report = quiet_values(hid, type, id, field_index, report_counts);

	if (!report)
		hid_err(hid, "report %u of type %u has no %u values in field %u\n", id, type, report_counts,
			field_index);
	return report;
}

static struct klp_func loud_funcs[] = {
	{ .old_name = "hid_validate_values", .new_func = loud_values },
	{ }
};

static struct klp_func quiet_funcs[] = {
	{ .old_name = "hid_validate_values", .new_func = quiet_values },
	{ }
};

static struct klp_object loud_objs[] = {
	{ .name = "hid", .funcs = loud_funcs },
	{ }
};

static struct klp_object quiet_objs[] = {
	{ .name = "hid", .funcs = quiet_funcs },
	{ }
};

static struct klp_patch patches[] = {
	{ .mod = THIS_MODULE, .objs = loud_objs },
	{ .mod = THIS_MODULE, .objs = quiet_objs },
};

static int __init hid_values_init(void)
{
	return klp_enable_patch(quiet ? &patches[1] : &patches[0]);
}

static void __exit hid_values_exit(void)
{
}

module_init(hid_values_init);
module_exit(hid_values_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
