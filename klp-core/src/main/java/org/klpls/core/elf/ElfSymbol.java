package org.klpls.core.elf;

import java.util.Optional;

/**
 * One symbol.
 *
 * @param name empty where st_name points at no string
 * @param shndx st_shndx as it stands in the table, reserved numbers included
 * @param section the section it lies in; empty for reserved numbers. May lie past the section table
 */
public record ElfSymbol(SymIndex index, String name, int info, int other, int shndx, Optional<ShIndex> section,
        long value, long size) {
    public static final int SIZE = 24;

    public static final int SHN_UNDEF = 0;
    public static final int SHN_LORESERVE = 0xff00;
    /** Source: include/uapi/linux/elf.h, v6.1. */
    public static final int SHN_LIVEPATCH = 0xff20;
    public static final int SHN_ABS = 0xfff1;
    public static final int SHN_COMMON = 0xfff2;
    public static final int SHN_XINDEX = 0xffff;

    public static final int STB_WEAK = 2;
    public static final int STT_OBJECT = 1;
    public static final int STT_FUNC = 2;
    public static final int STT_SECTION = 3;
    public static final int STT_FILE = 4;

    public int type() {
        return info & 0xf;
    }

    public int binding() {
        return info >> 4;
    }

    public boolean isUndefined() {
        return shndx == SHN_UNDEF;
    }

    public boolean isLivepatch() {
        return shndx == SHN_LIVEPATCH;
    }

    public boolean isIn(ShIndex index) {
        return section.isPresent() && section.get().equals(index);
    }
}
