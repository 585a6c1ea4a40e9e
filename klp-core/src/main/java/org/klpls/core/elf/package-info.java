/** ELF64 relocatable files as immutable views over their bytes. Nothing else may import jelf. */
@NullMarked
package org.klpls.core.elf;

import org.jspecify.annotations.NullMarked;
