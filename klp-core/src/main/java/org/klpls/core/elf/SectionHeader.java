package org.klpls.core.elf;

/**
 * One entry of the section table.
 *
 * @param name empty where sh_name points at no string
 * @param nameOffset sh_name
 * @param type sh_type, unsigned
 * @param size sh_size, unsigned: may lie, see {@link ElfImage#content}
 * @param link sh_link, unsigned
 * @param info sh_info, unsigned
 */
public record SectionHeader(ShIndex index, String name, long nameOffset, long type, long flags, long addr, long offset,
        long size, long link, long info, long addralign, long entsize) {
    public static final int SIZE = 64;

    public static final int SHT_NULL = 0;
    public static final int SHT_PROGBITS = 1;
    public static final int SHT_SYMTAB = 2;
    public static final int SHT_STRTAB = 3;
    public static final int SHT_RELA = 4;
    public static final int SHT_NOBITS = 8;
    public static final int SHT_REL = 9;
    public static final int SHT_SYMTAB_SHNDX = 18;

    public static final long SHF_WRITE = 1;
    public static final long SHF_ALLOC = 2;
    public static final long SHF_EXECINSTR = 4;
    /** Source: include/uapi/linux/elf.h, v6.1. */
    public static final long SHF_RELA_LIVEPATCH = 0x0010_0000;
    /** Source: include/uapi/linux/elf.h, v6.1. */
    public static final long SHF_RO_AFTER_INIT = 0x0020_0000;

    public boolean has(long flag) {
        return (flags & flag) == flag;
    }

    public boolean isAlloc() {
        return has(SHF_ALLOC);
    }

    SectionHeader named(String newName) {
        return new SectionHeader(index, newName, nameOffset, type, flags, addr, offset, size, link, info, addralign,
                entsize);
    }
}
