/** What a kernel image holds: its payload, its kallsyms, ftrace locations, exports and identity. */
@NullMarked
package org.klpls.core.kernel.image;

import org.jspecify.annotations.NullMarked;
