package org.klpls.core.elf;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The symbols of one symbol table: a view over its bytes. A trailing part of an entry is not a symbol. */
public final class SymbolTable {
    private static final int ST_INFO = 4;
    private static final int ST_OTHER = 5;
    private static final int ST_SHNDX = 6;
    private static final int ST_VALUE = 8;
    private static final int ST_SIZE = 16;

    private final ElfBytes entries;
    private final ElfBytes strings;
    private final ElfBytes extendedIndices;

    /**
     * @param strings the file from the start of the string table that sh_link names; empty when there is none
     * @param extendedIndices content of SHT_SYMTAB_SHNDX, 4 bytes a symbol; empty when there is none
     */
    SymbolTable(ElfBytes entries, ElfBytes strings, ElfBytes extendedIndices) {
        this.entries = entries;
        this.strings = strings;
        this.extendedIndices = extendedIndices;
    }

    public long count() {
        return entries.size() / ElfSymbol.SIZE;
    }

    public boolean has(SymIndex index) {
        return index.value() < count();
    }

    public ElfSymbol get(SymIndex index) {
        long at = index.value() * ElfSymbol.SIZE;
        return new ElfSymbol(index, name(index), entries.u8(at + ST_INFO), entries.u8(at + ST_OTHER), shndx(index),
                section(index), entries.u64(at + ST_VALUE), entries.u64(at + ST_SIZE));
    }

    public Stream<ElfSymbol> symbols() {
        return LongStream.range(0, count()).mapToObj(i -> get(new SymIndex(i)));
    }

    public String name(SymIndex index) {
        return strings.cString(nameOffset(index)).orElse("");
    }

    /** st_name. */
    public long nameOffset(SymIndex index) {
        return entries.u32(index.value() * ElfSymbol.SIZE);
    }

    /** Whether st_name points at a string that ends inside the file. */
    public boolean hasName(SymIndex index) {
        return nameLength(index).isPresent();
    }

    /** Bytes of the name without its NUL; empty where {@link #hasName} is false. */
    public OptionalLong nameLength(SymIndex index) {
        return strings.cStringLength(nameOffset(index));
    }

    /** The number of the section it lies in; -1 for reserved numbers. May lie past the section table. */
    public int sectionIndex(SymIndex index) {
        int shndx = shndx(index);
        if (shndx == ElfSymbol.SHN_XINDEX) {
            long at = index.value() * 4;
            return extendedIndices.holds(at, 4) ? Math.max(-1, extendedIndices.s32(at)) : -1;
        }
        return shndx != ElfSymbol.SHN_UNDEF && shndx < ElfSymbol.SHN_LORESERVE ? shndx : -1;
    }

    /** st_shndx as it stands in the table. */
    public int shndx(SymIndex index) {
        return entries.u16(index.value() * ElfSymbol.SIZE + ST_SHNDX);
    }

    /** st_value. */
    public long value(SymIndex index) {
        return entries.u64(index.value() * ElfSymbol.SIZE + ST_VALUE);
    }

    private Optional<ShIndex> section(SymIndex index) {
        int section = sectionIndex(index);
        return section < 0 ? Optional.empty() : Optional.of(new ShIndex(section));
    }
}
