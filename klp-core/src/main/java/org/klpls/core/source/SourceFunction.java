package org.klpls.core.source;

import org.klpls.c.text.SourceRange;

/**
 * A function of the author's file.
 *
 * @param prototype as C spells it, e.g. {@code int klpp_show(struct seq_file *m, void *v)}
 * @param nameRange where its name stands
 */
public record SourceFunction(String name, String prototype, boolean definition, SourceRange nameRange) {}
