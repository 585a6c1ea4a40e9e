package org.klpls.c.parse;

import org.klpls.c.ast.BasicType;

import static org.klpls.c.parse.GnuCParserConstants.*;

/** The keywords of a basic type, in any order: {@code long unsigned int long} is {@code unsigned long long}. */
final class TypeWords {
    private int base;
    private int longs;
    private boolean isShort;
    private boolean isSigned;
    private boolean isUnsigned;
    private boolean isComplex;
    private boolean any;
    /** {@code _Float32} and the like, of one kind: its spelling. */
    private String extended = "";

    boolean isEmpty() {
        return !any;
    }

    boolean isUnsigned() {
        return isUnsigned;
    }

    /** Whether nothing but {@code signed} or {@code unsigned} has been said. */
    boolean isSignOnly() {
        return base == 0 && longs == 0 && !isShort && !isComplex;
    }

    static boolean isSign(int kind) {
        return kind == SIGNED || kind == UNSIGNED;
    }

    /** False if the word does not go with those before it: {@code unsigned float}. It is then left out. */
    boolean add(int kind, String text) {
        TypeWords old = copy();
        any = true;
        boolean fresh = switch (kind) {
            case LONG -> ++longs <= 2;
            case SHORT -> !isShort;
            case SIGNED -> !isSigned;
            case UNSIGNED -> !isUnsigned;
            case COMPLEX -> !isComplex;
            default -> base == 0;
        };
        switch (kind) {
            case LONG -> {
            }
            case SHORT -> isShort = true;
            case SIGNED -> isSigned = true;
            case UNSIGNED -> isUnsigned = true;
            case COMPLEX -> isComplex = true;
            default -> {
                base = fresh ? kind : base;
                extended = fresh ? text : extended;
            }
        }
        if (fresh && fits()) {
            return true;
        }
        restore(old);
        return false;
    }

    BasicType type() {
        return switch (base) {
            case VOID -> BasicType.VOID;
            case BOOL -> BasicType.BOOL;
            case VA_LIST -> BasicType.VA_LIST;
            case FLOAT128 -> isComplex ? BasicType.COMPLEX_FLOAT128 : BasicType.FLOAT128;
            case EXTENDED_FLOAT -> isComplex ? complexExtended() : extended();
            case FLOAT -> isComplex ? BasicType.COMPLEX_FLOAT : BasicType.FLOAT;
            case DOUBLE -> isComplex ? longComplex() : longs == 0 ? BasicType.DOUBLE : BasicType.LONG_DOUBLE;
            case INT128 ->
                isComplex ? BasicType.COMPLEX_INT : isUnsigned ? BasicType.UNSIGNED_INT128 : BasicType.INT128;
            case CHAR -> isComplex
                    ? BasicType.COMPLEX_INT
                    : isUnsigned ? BasicType.UNSIGNED_CHAR : isSigned ? BasicType.SIGNED_CHAR : BasicType.CHAR;
            default -> integer();
        };
    }

    private BasicType integer() {
        if (isComplex) {
            boolean alone = base == 0 && !isSigned && !isUnsigned && !isShort && longs == 0;
            return alone ? BasicType.COMPLEX_DOUBLE : BasicType.COMPLEX_INT;
        }
        if (isShort) {
            return isUnsigned ? BasicType.UNSIGNED_SHORT : BasicType.SHORT;
        }
        return switch (longs) {
            case 0 -> isUnsigned ? BasicType.UNSIGNED_INT : BasicType.INT;
            case 1 -> isUnsigned ? BasicType.UNSIGNED_LONG : BasicType.LONG;
            default -> isUnsigned ? BasicType.UNSIGNED_LONG_LONG : BasicType.LONG_LONG;
        };
    }

    private BasicType longComplex() {
        return longs == 0 ? BasicType.COMPLEX_DOUBLE : BasicType.COMPLEX_LONG_DOUBLE;
    }

    private BasicType extended() {
        return switch (extended) {
            case "_Float16" -> BasicType.FLOAT16;
            case "_Float32" -> BasicType.FLOAT32;
            case "_Float32x" -> BasicType.FLOAT32X;
            case "_Float64" -> BasicType.FLOAT64;
            case "_Float64x" -> BasicType.FLOAT64X;
            case "_Decimal32" -> BasicType.DECIMAL32;
            case "_Decimal64" -> BasicType.DECIMAL64;
            default -> BasicType.DECIMAL128;
        };
    }

    /** On x86-64 they are laid out alike. */
    private BasicType complexExtended() {
        return switch (extended()) {
            case FLOAT16 -> BasicType.COMPLEX_FLOAT16;
            case FLOAT32 -> BasicType.COMPLEX_FLOAT;
            case FLOAT64X -> BasicType.COMPLEX_LONG_DOUBLE;
            default -> BasicType.COMPLEX_DOUBLE;
        };
    }

    private boolean fits() {
        boolean signs = isSigned || isUnsigned;
        boolean sizes = isShort || longs > 0;
        if (isSigned && isUnsigned || isShort && longs > 0) {
            return false;
        }
        return switch (base) {
            case 0, INT -> true;
            case CHAR, INT128 -> !sizes;
            case DOUBLE -> !signs && !isShort && longs <= 1;
            case FLOAT -> !signs && !sizes;
            case FLOAT128 -> !signs && !sizes && !(isComplex && extended.equals("__float128"));
            case EXTENDED_FLOAT -> !signs && !sizes && !(isComplex && extended.startsWith("_Decimal"));
            default -> !signs && !sizes && !isComplex;
        };
    }

    private TypeWords copy() {
        TypeWords copy = new TypeWords();
        copy.restore(this);
        return copy;
    }

    private void restore(TypeWords other) {
        base = other.base;
        longs = other.longs;
        isShort = other.isShort;
        isSigned = other.isSigned;
        isUnsigned = other.isUnsigned;
        isComplex = other.isComplex;
        any = other.any;
        extended = other.extended;
    }
}
