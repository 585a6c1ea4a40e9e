/** What a hover, a completion or a lens says, as records, not markup. */
@NullMarked
package org.klpls.core.facts;

import org.jspecify.annotations.NullMarked;
