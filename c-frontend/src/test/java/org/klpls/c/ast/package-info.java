/** Texts, and the places in them. */
@NullMarked
package org.klpls.c.ast;

import org.jspecify.annotations.NullMarked;
