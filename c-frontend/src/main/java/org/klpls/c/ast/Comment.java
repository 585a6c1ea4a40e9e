package org.klpls.c.ast;

import org.klpls.c.text.SourceRange;

/**
 * A comment of the main file.
 *
 * @param text what it says, without its marks and the blanks around
 */
public record Comment(SourceRange place, String text) {}
