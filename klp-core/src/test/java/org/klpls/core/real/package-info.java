/** klpls and the real kernel, asked the same: what the one says must be what the other does. */
@NullMarked
package org.klpls.core.real;

import org.jspecify.annotations.NullMarked;
