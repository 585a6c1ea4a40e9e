package org.klpls.c.types;

/** The floating types of x86-64. */
public enum RealKind {
    FLOAT16("_Float16", 2, 0), FLOAT("float", 4, 1), FLOAT32("_Float32", 4, 2), FLOAT32X("_Float32x", 8, 3),
    DOUBLE("double", 8, 4), FLOAT64("_Float64", 8, 5), LONG_DOUBLE("long double", 16, 6),
    FLOAT64X("_Float64x", 16, 7), FLOAT128("_Float128", 16, 8), DECIMAL32("_Decimal32", 4, 9),
    DECIMAL64("_Decimal64", 8, 10), DECIMAL128("_Decimal128", 16, 11);

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
