package org.klpls.core.reloc;

/** One relocation at addresses: what the kernel does with it. */
public sealed interface Relocation {
    /** Written, or nothing to write. */
    record Applied() implements Relocation {
        private static final Applied ONE = new Applied();
    }

    /** What is checked first. */
    enum Order {
        /** The place, then the value, before 6.3. */
        PLACE_FIRST,
        /** The value, then the place, since 6.3. */
        VALUE_FIRST
    }

    /** Refused: the place already holds something. {@code value} is as the kernel prints it: S + A, since 6.3 the result. */
    record TargetNonzero(long value) implements Relocation {}

    /** Not cleared: the place holds another value than this one. */
    record TargetDiffers(long value) implements Relocation {}

    /** Refused: the value does not fit the place. */
    record Overflows(long value) implements Relocation {}

    /** Written although the value does not fit: it points elsewhere now. */
    record Truncated(long value) implements Relocation {}

    /** The place is not the module's memory: the kernel reads and writes there all the same. */
    record OutsideMemory(long address) implements Relocation {}

    /**
     * Applies one relocation: the place must be zero, and the value must fit.
     * Source: arch/x86/kernel/module.c __apply_relocate_add(), v6.1, and __write_relocate_add(), v6.3.
     *
     * @param order which of the two is looked at first, and so told if both are wrong
     * @param address P, where to write
     * @param symbolPlusAddend S + A
     */
    static Relocation apply(ModuleMemory memory, RelocationType type, Order order, long address,
            long symbolPlusAddend) {
        if (type == RelocationType.NONE) {
            return Applied.ONE;
        }
        if (!memory.holds(address, type.width())) {
            return new OutsideMemory(address);
        }
        long value = type.value(symbolPlusAddend, address);
        if (order == Order.VALUE_FIRST && isRefused(type, value)) {
            return new Overflows(value);
        }
        if (memory.read(address, type.width()) != 0) {
            return new TargetNonzero(order == Order.VALUE_FIRST ? value : symbolPlusAddend);
        }
        memory.write(address, value, type.width());
        if (type.fits(value)) {
            return Applied.ONE;
        }
        return isRefused(type, value) ? new Overflows(value) : new Truncated(value);
    }

    /**
     * Takes one relocation back: the place must hold its value, and is zero afterwards.
     * Source: arch/x86/kernel/module.c __write_relocate_add() with apply false, v6.3.
     */
    static Relocation clear(ModuleMemory memory, RelocationType type, long address, long symbolPlusAddend) {
        if (type == RelocationType.NONE) {
            return Applied.ONE;
        }
        if (!memory.holds(address, type.width())) {
            return new OutsideMemory(address);
        }
        long value = type.value(symbolPlusAddend, address);
        if (isRefused(type, value)) {
            return new Overflows(value);
        }
        long mask = type.width() == Long.BYTES ? -1 : (1L << Byte.SIZE * type.width()) - 1;
        if ((memory.read(address, type.width()) & mask) != (value & mask)) {
            return new TargetDiffers(value);
        }
        memory.write(address, 0, type.width());
        return Applied.ONE;
    }

    private static boolean isRefused(RelocationType type, long value) {
        return type.overflow() != RelocationType.Overflow.SIGN_EXTENDED_UNCHECKED && !type.fits(value);
    }
}
