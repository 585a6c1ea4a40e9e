/** A built livepatch module read into the words of {@link org.klpls.core.model}. */
@NullMarked
package org.klpls.core.module;

import org.jspecify.annotations.NullMarked;
