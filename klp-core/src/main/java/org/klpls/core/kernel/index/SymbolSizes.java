package org.klpls.core.kernel.index;

/** Sizes as the kernel computes them: to the next higher address. Source: kernel/kallsyms.c get_symbol_pos(), v6.1. */
public final class SymbolSizes {
    private SymbolSizes() {}

    /**
     * For each of these ascending addresses the next higher one.
     *
     * @param end what follows the last; where that is not higher either, the address itself
     */
    public static long[] ends(long[] addresses, long end) {
        long[] ends = new long[addresses.length];
        long higher = end;
        for (int i = addresses.length - 1; i >= 0; i--) {
            boolean isLastOfItsAddress = i + 1 < addresses.length && addresses[i + 1] != addresses[i];
            higher = isLastOfItsAddress ? addresses[i + 1] : higher;
            ends[i] = Long.compareUnsigned(higher, addresses[i]) > 0 ? higher : addresses[i];
        }
        return ends;
    }
}
