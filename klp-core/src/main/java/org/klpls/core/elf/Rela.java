package org.klpls.core.elf;

/**
 * One entry of a SHT_RELA section.
 *
 * @param entryOffset where the entry itself stands in its section
 * @param offset r_offset in the target section, unsigned
 * @param type ELF64_R_TYPE, unsigned
 */
public record Rela(long entryOffset, long offset, SymIndex symbol, long type, long addend) {
    public static final int SIZE = 24;
}
