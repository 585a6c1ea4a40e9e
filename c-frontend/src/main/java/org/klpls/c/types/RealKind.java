package org.klpls.c.types;

/** The floating types of x86-64. */
public enum RealKind {
    FLOAT("float", 4, 0), DOUBLE("double", 8, 1), LONG_DOUBLE("long double", 16, 2), FLOAT128("_Float128", 16, 3);

    private final String text;
    private final int size;
    private final int rank;

    RealKind(String text, int size, int rank) {
        this.text = text;
        this.size = size;
        this.rank = rank;
    }

    public String text() {
        return text;
    }

    /** Bytes; the alignment is the same. */
    public int size() {
        return size;
    }

    int rank() {
        return rank;
    }
}
