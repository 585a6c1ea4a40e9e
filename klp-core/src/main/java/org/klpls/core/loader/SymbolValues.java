package org.klpls.core.loader;

import java.util.BitSet;
import java.util.OptionalLong;
import org.klpls.core.elf.SymIndex;

/** st_value of each symbol while a module is loaded; unknown where the kernel would not get that far, or we cannot. */
final class SymbolValues {
    private final long[] values;
    private final BitSet known;

    SymbolValues(int count) {
        this(new long[count], new BitSet());
    }

    private SymbolValues(long[] values, BitSet known) {
        this.values = values;
        this.known = known;
    }

    SymbolValues copy() {
        return new SymbolValues(values.clone(), (BitSet) known.clone());
    }

    void set(SymIndex index, long value) {
        values[(int) index.value()] = value;
        known.set((int) index.value());
    }

    /** Whether the symbol of this number has a value; no where there is none of that number. */
    boolean knows(long index) {
        return index < values.length && known.get((int) index);
    }

    /** The value of a symbol that is known. */
    long value(long index) {
        return values[(int) index];
    }

    OptionalLong get(SymIndex index) {
        return known.get((int) index.value()) ? OptionalLong.of(values[(int) index.value()]) : OptionalLong.empty();
    }
}
