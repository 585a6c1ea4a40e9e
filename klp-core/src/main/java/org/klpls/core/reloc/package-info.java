/** The x86-64 relocations that the kernel's module loader knows, and their effect on memory. */
@NullMarked
package org.klpls.core.reloc;

import org.jspecify.annotations.NullMarked;
