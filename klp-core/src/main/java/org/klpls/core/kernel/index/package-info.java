/** What is known of one kernel, collected, and the same as one file that is opened without reading it again. */
@NullMarked
package org.klpls.core.kernel.index;

import org.jspecify.annotations.NullMarked;
