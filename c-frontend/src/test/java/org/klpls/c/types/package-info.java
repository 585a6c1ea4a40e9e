@NullMarked
package org.klpls.c.types;

import org.jspecify.annotations.NullMarked;
