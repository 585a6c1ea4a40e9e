/** Rules that need source and built module together. */
@NullMarked
package org.klpls.core.rules.pair;

import org.jspecify.annotations.NullMarked;
