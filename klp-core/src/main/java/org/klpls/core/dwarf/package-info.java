/** Reads DWARF 2 to 5 debug info into one compact map of inline copies, code and callers. Knows no kernel. */
@NullMarked
package org.klpls.core.dwarf;

import org.jspecify.annotations.NullMarked;
