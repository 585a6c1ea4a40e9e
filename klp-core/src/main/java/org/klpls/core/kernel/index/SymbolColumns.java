package org.klpls.core.kernel.index;

import java.util.Arrays;
import java.util.OptionalLong;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.Traceability;

/** The symbols of one object in the kernel's order, held by column: kernels have hundreds of thousands. */
public final class SymbolColumns {
    /** Stands for a size that nothing tells. */
    public static final int UNKNOWN_SIZE = -1;

    private final String[] names;
    private final long[] addresses;
    private final byte[] types;
    private final int[] sizes;
    private final byte[] traces;
    private final byte[] ranges;

    private SymbolColumns(Builder builder) {
        int count = builder.count;
        names = Arrays.copyOf(builder.names, count);
        addresses = Arrays.copyOf(builder.addresses, count);
        types = Arrays.copyOf(builder.types, count);
        sizes = Arrays.copyOf(builder.sizes, count);
        traces = Arrays.copyOf(builder.traces, count);
        ranges = Arrays.copyOf(builder.ranges, count);
    }

    public int count() {
        return names.length;
    }

    public String name(int i) {
        return names[i];
    }

    public long address(int i) {
        return addresses[i];
    }

    public char type(int i) {
        return (char) (types[i] & 0xff);
    }

    /** In bytes, or {@link #UNKNOWN_SIZE}. */
    public int size(int i) {
        return sizes[i];
    }

    /** A size as it stands in a column; empty for {@link #UNKNOWN_SIZE}. */
    static OptionalLong known(int size) {
        return size == UNKNOWN_SIZE ? OptionalLong.empty() : OptionalLong.of(size);
    }

    byte trace(int i) {
        return traces[i];
    }

    byte range(int i) {
        return ranges[i];
    }

    /** Collects symbols, in the kernel's order. */
    public static final class Builder {
        private int count;
        private String[] names = new String[64];
        private long[] addresses = new long[64];
        private byte[] types = new byte[64];
        private int[] sizes = new int[64];
        private byte[] traces = new byte[64];
        private byte[] ranges = new byte[64];

        /** Adds the next symbol; a size past 2^31 is kept as unknown. */
        public void add(String name, long address, char type, long size, Traceability traceability, TextRange range) {
            if (count == names.length) {
                grow();
            }
            names[count] = name;
            addresses[count] = address;
            types[count] = (byte) type;
            sizes[count] = size < 0 || size > Integer.MAX_VALUE ? UNKNOWN_SIZE : (int) size;
            traces[count] = TraceCode.of(traceability);
            ranges[count] = (byte) range.ordinal();
            count++;
        }

        private void grow() {
            int longer = count * 2;
            names = Arrays.copyOf(names, longer);
            addresses = Arrays.copyOf(addresses, longer);
            types = Arrays.copyOf(types, longer);
            sizes = Arrays.copyOf(sizes, longer);
            traces = Arrays.copyOf(traces, longer);
            ranges = Arrays.copyOf(ranges, longer);
        }

        public SymbolColumns build() {
            return new SymbolColumns(this);
        }
    }
}
