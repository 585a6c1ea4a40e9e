/* SPDX-License-Identifier: Apache-2.0 */
/* Stand-in for the kernel's header of this name; see ../../README.md. */
#pragma once

typedef _Bool bool;
typedef unsigned long size_t;
typedef long ssize_t;

#define NULL ((void *)0)
#define true 1
#define false 0

struct list_head {
	struct list_head *next, *prev;
};
