package org.klpls.core.module;

import org.klpls.core.elf.ShIndex;

/** What 8 bytes of a module's data will hold once it is relocated. */
public sealed interface Pointer {
    /** Zero bytes that nothing relocates. */
    record Null() implements Pointer {}

    /** A place in a section of the module. */
    record Inside(ShIndex section, long offset) implements Pointer {}

    /** The address of a symbol from elsewhere. */
    record Outside(String symbol, long addend) implements Pointer {}

    /** Bytes that are not zero and not relocated. */
    record Number(long value) implements Pointer {}

    /** The bytes, or what their relocation refers to, lie outside what is there. */
    record Unreadable() implements Pointer {}
}
