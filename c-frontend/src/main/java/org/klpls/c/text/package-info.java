@NullMarked
package org.klpls.c.text;

import org.jspecify.annotations.NullMarked;
