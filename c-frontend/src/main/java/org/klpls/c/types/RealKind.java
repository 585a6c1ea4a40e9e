package org.klpls.c.types;

import java.util.Optional;

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

    /** Of a literal, in lower case. Source: gcc 12 libcpp/expr.cc interpret_float_suffix(). */
    static Optional<RealKind> ofSuffix(String suffix) {
        return switch (suffix) {
            case "", "d" -> Optional.of(DOUBLE);
            case "f" -> Optional.of(FLOAT);
            case "l", "w" -> Optional.of(LONG_DOUBLE);
            case "f16" -> Optional.of(FLOAT16);
            case "f32" -> Optional.of(FLOAT32);
            case "f32x" -> Optional.of(FLOAT32X);
            case "f64" -> Optional.of(FLOAT64);
            case "f64x" -> Optional.of(FLOAT64X);
            case "f128", "q" -> Optional.of(FLOAT128);
            case "df" -> Optional.of(DECIMAL32);
            case "dd" -> Optional.of(DECIMAL64);
            case "dl" -> Optional.of(DECIMAL128);
            default -> Optional.empty();
        };
    }

    /** Whether it holds more than a double. */
    boolean isWide() {
        return switch (this) {
            case FLOAT16, FLOAT, FLOAT32, FLOAT32X, DOUBLE, FLOAT64 -> false;
            case LONG_DOUBLE, FLOAT64X, FLOAT128, DECIMAL32, DECIMAL64, DECIMAL128 -> true;
        };
    }

    /** In which it is computed. Source: gcc 12 config/i386/i386.cc ix86_get_excess_precision(), without AVX512-FP16. */
    RealKind computed() {
        return this == FLOAT16 ? FLOAT : this;
    }

    /** What it keeps of a value; empty for what is too large, which gcc does not fold. */
    Optional<Double> rounded(double value) {
        double kept = switch (this) {
            case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16((float) value));
            case FLOAT, FLOAT32 -> (float) value;
            case FLOAT32X, DOUBLE, FLOAT64, LONG_DOUBLE, FLOAT64X, FLOAT128, DECIMAL32, DECIMAL64, DECIMAL128 -> value;
        };
        return Double.isFinite(kept) ? Optional.of(kept) : Optional.empty();
    }

    int rank() {
        return rank;
    }
}
