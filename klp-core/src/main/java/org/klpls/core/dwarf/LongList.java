package org.klpls.core.dwarf;

import java.util.Arrays;

/** Numbers, without an object for each. */
final class LongList {
    private long[] values = new long[16];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    long get(int i) {
        return values[i];
    }

    int size() {
        return size;
    }

    /** Where this number stands in a list that ascends; negative if it is not there. */
    int find(long value) {
        return Arrays.binarySearch(values, 0, size, value);
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
