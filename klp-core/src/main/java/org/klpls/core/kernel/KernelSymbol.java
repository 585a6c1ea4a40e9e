package org.klpls.core.kernel;

import java.util.OptionalLong;
import org.klpls.core.model.ObjectName;

/**
 * One kallsyms entry.
 *
 * @param sympos 1-based position among the symbols of this name in this object, in the order the kernel counts them
 * @param type nm's letter: upper case is global
 * @param size bytes to the next symbol, as the kernel computes it; empty when nothing tells
 */
public record KernelSymbol(ObjectName object, String name, long address, char type, int sympos, OptionalLong size) {
    public boolean isText() {
        return type == 't' || type == 'T' || type == 'w' || type == 'W';
    }
}
