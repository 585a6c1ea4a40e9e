/** A real kernel in qemu, and modules built for it: what klpls's answers are compared with. See docs/testing.md. */
@NullMarked
package org.klpls.core.testing.kernel;

import org.jspecify.annotations.NullMarked;
