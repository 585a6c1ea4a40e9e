package org.klpls.core.elf;

/** Index of a symbol in the symbol table, as ELF64_R_SYM gives it: an unsigned 32-bit number. */
public record SymIndex(long value) {
    public SymIndex {
        if (value < 0 || value > 0xffff_ffffL) {
            throw new IllegalArgumentException("not a symbol index: " + value);
        }
    }
}
