/** The catalogue of rules. */
@NullMarked
package org.klpls.core.rules;

import org.jspecify.annotations.NullMarked;
