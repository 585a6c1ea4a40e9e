@NullMarked
package org.klpls.c.pp;

import org.jspecify.annotations.NullMarked;
