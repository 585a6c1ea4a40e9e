/** x86-64 machine code, as far as reading simple kernel code needs it. Knows no ELF, no kernel. */
@NullMarked
package org.klpls.core.x86;

import org.jspecify.annotations.NullMarked;
