package org.klpls.c.parse;

import org.klpls.c.ast.ExternalDeclaration;

/**
 * A declaration of the file level that was read, and what its reading rested on.
 *
 * @param furthest index of the last token that was looked at
 * @param plain it is without a problem, and how the text is laid out did not matter
 * @param declared what it made of names of the file level, in order: {@link NameScopes.Change}s
 */
record ReadDeclaration(ExternalDeclaration node, int furthest, boolean plain, int[] declared) {}
