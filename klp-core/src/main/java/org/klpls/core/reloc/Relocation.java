package org.klpls.core.reloc;

/** One relocation at addresses: what the kernel does with it. */
public sealed interface Relocation {
    /** Written, or nothing to write. */
    record Applied() implements Relocation {}

    /** Refused: the place already holds something. {@code value} is S + A, as the kernel prints it. */
    record TargetNonzero(long value) implements Relocation {}

    /** Refused: the value does not fit the place. */
    record Overflows(long value) implements Relocation {}

    /** Written although the value does not fit: it points elsewhere now. */
    record Truncated(long value) implements Relocation {}

    /** The place is not the module's memory: the kernel reads and writes there all the same. */
    record OutsideMemory(long address) implements Relocation {}

    /**
     * Applies one relocation: first the place must be zero, then it is written, then the value must fit.
     * Source: arch/x86/kernel/module.c __apply_relocate_add(), v6.1. Since 6.3 the value is checked before it is
     * written, with the same outcome.
     *
     * @param address P, where to write
     * @param symbolPlusAddend S + A
     */
    static Relocation apply(ModuleMemory memory, RelocationType type, long address, long symbolPlusAddend) {
        if (type == RelocationType.NONE) {
            return new Applied();
        }
        if (!memory.holds(address, type.width())) {
            return new OutsideMemory(address);
        }
        if (memory.read(address, type.width()) != 0) {
            return new TargetNonzero(symbolPlusAddend);
        }
        long value = type.value(symbolPlusAddend, address);
        memory.write(address, value, type.width());
        if (type.fits(value)) {
            return new Applied();
        }
        return type.overflow() == RelocationType.Overflow.SIGN_EXTENDED_UNCHECKED
                ? new Truncated(value)
                : new Overflows(value);
    }
}
