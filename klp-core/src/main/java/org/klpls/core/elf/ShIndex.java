package org.klpls.core.elf;

/** Index of a section in the section table: a real one, never one of ELF's reserved numbers. */
public record ShIndex(int value) implements Comparable<ShIndex> {
    public static final ShIndex NULL = new ShIndex(0);

    public ShIndex {
        if (value < 0) {
            throw new IllegalArgumentException("not a section index: " + value);
        }
    }

    @Override
    public int compareTo(ShIndex other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return "[" + value + "]";
    }
}
