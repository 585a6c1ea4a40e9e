@NullMarked
package org.klpls.c.parse;

import org.jspecify.annotations.NullMarked;
