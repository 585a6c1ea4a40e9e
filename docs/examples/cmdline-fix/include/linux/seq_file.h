/* SPDX-License-Identifier: Apache-2.0 */
/* Stand-in for the kernel's header of this name; see ../../README.md. */
#pragma once

#include <linux/types.h>

struct seq_file;

void seq_puts(struct seq_file *file, const char *text);
