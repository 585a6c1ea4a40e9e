package org.klpls.c.pp;

import java.util.Optional;

/**
 * One #define or #undef after the preamble.
 *
 * @param before what the name meant
 * @param after what it means since
 */
record MacroChange(int symbol, Value before, Value after) {
    /**
     * @param macro empty where the name is no macro
     * @param base of the file that holds the definition
     */
    record Value(Optional<Macro> macro, int base) {}
}
