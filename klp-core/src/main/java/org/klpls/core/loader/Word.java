package org.klpls.core.loader;

/** 8 bytes of memory, as they are when the kernel comes to read them. */
sealed interface Word {
    /** A number, or a pointer. */
    record Known(long value) implements Word {
        boolean isZero() {
            return value == 0;
        }
    }

    /** Something that depends on what is not known of the kernel, or on code that was not followed. */
    record Unknown() implements Word {}

    /** There is no memory at the address: reading it crashes. */
    record NotMapped() implements Word {}

    /** Whether it is surely 0. */
    default boolean isNull() {
        return this instanceof Known known && known.isZero();
    }
}
