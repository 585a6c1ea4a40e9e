package org.klpls.c.pp;

import org.jspecify.annotations.Nullable;

/**
 * One #define or #undef after the preamble.
 *
 * @param before what the name meant; null if it was no macro
 * @param after what it means since
 */
record MacroChange(int symbol, Value before, Value after) {
    /** @param base of the file that holds the definition */
    record Value(@Nullable Macro macro, int base) {}
}
