@NullMarked
package org.klpls.c.build;

import org.jspecify.annotations.NullMarked;
