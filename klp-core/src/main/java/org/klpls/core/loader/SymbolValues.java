package org.klpls.core.loader;

import java.util.BitSet;
import java.util.OptionalLong;
import org.klpls.core.elf.SymIndex;

/** st_value of each symbol while a module is loaded; unknown where the kernel would not get that far, or we cannot. */
final class SymbolValues {
    private final long[] values;
    private final BitSet known = new BitSet();

    SymbolValues(int count) {
        this.values = new long[count];
    }

    void set(SymIndex index, long value) {
        values[(int) index.value()] = value;
        known.set((int) index.value());
    }

    OptionalLong get(SymIndex index) {
        return known.get((int) index.value()) ? OptionalLong.of(values[(int) index.value()]) : OptionalLong.empty();
    }
}
