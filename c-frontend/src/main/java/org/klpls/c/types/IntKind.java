package org.klpls.c.types;

/** The integer types of x86-64, as {@code -m64} has them. */
public enum IntKind {
    BOOL("_Bool", 8, false, 0), CHAR("char", 8, true, 1), SIGNED_CHAR("signed char", 8, true, 1),
    UNSIGNED_CHAR("unsigned char", 8, false, 1), SHORT("short", 16, true, 2),
    UNSIGNED_SHORT("unsigned short", 16, false, 2), INT("int", 32, true, 3), UNSIGNED_INT("unsigned int", 32, false, 3),
    LONG("long", 64, true, 4), UNSIGNED_LONG("unsigned long", 64, false, 4), LONG_LONG("long long", 64, true, 5),
    UNSIGNED_LONG_LONG("unsigned long long", 64, false, 5), INT128("__int128", 128, true, 6),
    UNSIGNED_INT128("unsigned __int128", 128, false, 6);

    private final String text;
    private final int bits;
    private final boolean signed;
    private final int rank;

    IntKind(String text, int bits, boolean signed, int rank) {
        this.text = text;
        this.bits = bits;
        this.signed = signed;
        this.rank = rank;
    }

    /** As it is written in C: {@code unsigned long}. */
    public String text() {
        return text;
    }

    /** Bits of storage; a {@code _Bool} has 8, of which one counts. */
    public int bits() {
        return bits;
    }

    /** Without {@code -funsigned-char}. */
    public boolean isSigned() {
        return signed;
    }

    /** C11 6.3.1.1: which of two integer types the arithmetic is done in. */
    int rank() {
        return rank;
    }

    IntKind unsigned() {
        return switch (this) {
            case BOOL -> BOOL;
            case CHAR, SIGNED_CHAR, UNSIGNED_CHAR -> UNSIGNED_CHAR;
            case SHORT, UNSIGNED_SHORT -> UNSIGNED_SHORT;
            case INT, UNSIGNED_INT -> UNSIGNED_INT;
            case LONG, UNSIGNED_LONG -> UNSIGNED_LONG;
            case LONG_LONG, UNSIGNED_LONG_LONG -> UNSIGNED_LONG_LONG;
            case INT128, UNSIGNED_INT128 -> UNSIGNED_INT128;
        };
    }

    /** The usual type of so many bits: 8, 16, 32, 64 or 128. */
    static IntKind of(int bits, boolean signed) {
        IntKind kind = switch (bits) {
            case 8 -> SIGNED_CHAR;
            case 16 -> SHORT;
            case 32 -> INT;
            case 64 -> LONG;
            case 128 -> INT128;
            default -> throw new IllegalArgumentException("no integer type has " + bits + " bits");
        };
        return signed ? kind : kind.unsigned();
    }

    /** The smallest usual type that holds so many bits. */
    static IntKind atLeast(int bits, boolean signed) {
        return of(bits <= 8 ? 8 : bits <= 16 ? 16 : bits <= 32 ? 32 : bits <= 64 ? 64 : 128, signed);
    }
}
