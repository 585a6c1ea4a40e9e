/** Rules that need only the C source. */
@NullMarked
package org.klpls.core.rules.source;

import org.jspecify.annotations.NullMarked;
