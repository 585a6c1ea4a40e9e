/* SPDX-License-Identifier: Apache-2.0 */
/* Stand-in for the kernel's header of this name; see ../../README.md. */
#pragma once

#include <linux/types.h>

struct module;
extern struct module __this_module;
#define THIS_MODULE (&__this_module)

#define __init __attribute__((__section__(".init.text")))
#define __exit __attribute__((__section__(".exit.text")))

#define module_init(start) int init_module(void) __attribute__((alias(#start)));
#define module_exit(end) void cleanup_module(void) __attribute__((alias(#end)));

/* Each is a "key=value" string in the section .modinfo. */
#define MODULE_INFO_NAME(line) __modinfo_##line
#define MODULE_INFO_AT(line, key, value) \
	static const char MODULE_INFO_NAME(line)[] \
	__attribute__((__used__, __section__(".modinfo"))) = #key "=" value
#define MODULE_INFO(key, value) MODULE_INFO_AT(__LINE__, key, value)
#define MODULE_LICENSE(text) MODULE_INFO(license, text)
#define MODULE_AUTHOR(text) MODULE_INFO(author, text)
#define MODULE_DESCRIPTION(text) MODULE_INFO(description, text)
