/* SPDX-License-Identifier: Apache-2.0 */
/* Stand-in for the kernel's header of this name; see ../../README.md. */
#pragma once

#include <linux/types.h>

struct attribute;
struct file;
struct kobject;
struct pt_regs;
