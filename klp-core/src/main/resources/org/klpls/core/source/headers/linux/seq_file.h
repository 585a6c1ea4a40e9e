/* Part of klpls: just enough of the kernel's interface to read a livepatch whose kernel headers are not there. */
#ifndef KLPLS_SEQ_FILE_H
#define KLPLS_SEQ_FILE_H

#include <linux/types.h>

struct seq_file;
void seq_printf(struct seq_file *m, const char *format, ...);
void seq_puts(struct seq_file *m, const char *text);
void seq_putc(struct seq_file *m, char c);

#endif
