/** Livepatches as people write them, in all styles: real fixes of real bugs, on the real kernel. */
@NullMarked
package org.klpls.core.real.livepatch;

import org.jspecify.annotations.NullMarked;
