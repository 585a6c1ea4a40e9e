/** Relocated modules, byte for byte beside the memory of a real kernel. */
@NullMarked
package org.klpls.core.real.memory;

import org.jspecify.annotations.NullMarked;
