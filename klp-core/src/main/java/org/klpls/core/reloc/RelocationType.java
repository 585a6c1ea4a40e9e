package org.klpls.core.reloc;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The relocations of an x86-64 module. Every other type is refused.
 * Source: arch/x86/kernel/module.c __apply_relocate_add(), v6.1.
 */
public enum RelocationType {
    NONE(0, 0, Formula.NOTHING, Overflow.CANNOT),
    R_64(1, 8, Formula.ABSOLUTE, Overflow.CANNOT),
    PC32(2, 4, Formula.RELATIVE, Overflow.SIGN_EXTENDED_UNCHECKED),
    PLT32(4, 4, Formula.RELATIVE, Overflow.SIGN_EXTENDED_UNCHECKED),
    R_32(10, 4, Formula.ABSOLUTE, Overflow.ZERO_EXTENDED),
    R_32S(11, 4, Formula.ABSOLUTE, Overflow.SIGN_EXTENDED),
    PC64(24, 8, Formula.RELATIVE, Overflow.CANNOT);

    /** What is written: S is the symbol's address, A the addend, P the address of the place. */
    public enum Formula {
        /** Nothing. */
        NOTHING,
        /** S + A. */
        ABSOLUTE,
        /** S + A - P. */
        RELATIVE
    }

    /** What the kernel demands of a value that is wider than its place. */
    public enum Overflow {
        /** The place is as wide as the value. */
        CANNOT,
        /** Refused unless the 32 bits, zero-extended, are the value. */
        ZERO_EXTENDED,
        /** Refused unless the 32 bits, sign-extended, are the value. */
        SIGN_EXTENDED,
        /** The same would be needed, but the check is compiled out: the value is cut in silence. */
        SIGN_EXTENDED_UNCHECKED
    }

    private static final List<Optional<RelocationType>> BY_NUMBER = IntStream.rangeClosed(0, PC64.number)
            .mapToObj(RelocationType::find).toList();

    private final int number;
    private final int width;
    private final Formula formula;
    private final Overflow overflow;

    RelocationType(int number, int width, Formula formula, Overflow overflow) {
        this.number = number;
        this.width = width;
        this.formula = formula;
        this.overflow = overflow;
    }

    public static Optional<RelocationType> of(long number) {
        return number >= 0 && number < BY_NUMBER.size() ? BY_NUMBER.get((int) number) : Optional.empty();
    }

    private static Optional<RelocationType> find(int number) {
        return Stream.of(values()).filter(type -> type.number == number).findFirst();
    }

    /** ELF64_R_TYPE. */
    public int number() {
        return number;
    }

    /** Bytes written. */
    public int width() {
        return width;
    }

    public Overflow overflow() {
        return overflow;
    }

    /** The ELF name, as in {@code R_X86_64_PC32}. */
    public String elfName() {
        return "R_X86_64_" + (name().startsWith("R_") ? name().substring(2) : name());
    }

    /** The value to be written, before it is cut to the width. */
    public long value(long symbolPlusAddend, long place) {
        return switch (formula) {
            case NOTHING -> 0;
            case ABSOLUTE -> symbolPlusAddend;
            case RELATIVE -> symbolPlusAddend - place;
        };
    }

    /** Whether the value, cut to the width, still says the same. */
    public boolean fits(long value) {
        return switch (overflow) {
            case CANNOT -> true;
            case ZERO_EXTENDED -> (value & 0xffff_ffffL) == value;
            case SIGN_EXTENDED, SIGN_EXTENDED_UNCHECKED -> (int) value == value;
        };
    }
}
