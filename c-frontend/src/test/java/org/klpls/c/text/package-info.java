/** Texts, and the places in them. */
@NullMarked
package org.klpls.c.text;

import org.jspecify.annotations.NullMarked;
