package org.klpls.core.loader;

import java.util.Set;
import java.util.TreeSet;
import org.klpls.core.reloc.ModuleMemory;

/**
 * What relocations are applied to and with.
 *
 * @param unknown addresses whose content is not known, because it depends on what is not known of the kernel
 */
record RelocationContext(ModuleLayout layout, ModuleMemory memory, SymbolValues values, Set<Long> unknown) {
    /** The same, to be changed without changing this. */
    RelocationContext copy() {
        return new RelocationContext(layout, memory.copy(), values.copy(), new TreeSet<>(unknown));
    }

    RelocationContext(ModuleLayout layout, ModuleMemory memory, SymbolValues values) {
        this(layout, memory, values, new TreeSet<>());
    }
}
