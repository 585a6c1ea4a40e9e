package org.klpls.core.elf;

/**
 * The ELF header, read as the kernel reads it: as a 64-bit little-endian one whatever e_ident says.
 *
 * @param elfClass e_ident[EI_CLASS]; 2 is 64-bit
 * @param dataEncoding e_ident[EI_DATA]; 1 is little-endian
 * @param sectionCount e_shnum as it stands in the header; 0 with extended numbering
 * @param sectionNames e_shstrndx as it stands in the header; 0xffff with extended numbering
 */
public record ElfHeader(int elfClass, int dataEncoding, int type, int machine, long sectionTableOffset,
        int sectionHeaderSize, int sectionCount, int sectionNames) {
    public static final int SIZE = 64;
    public static final int ET_REL = 1;
    public static final int EM_X86_64 = 62;
    public static final int ELFCLASS64 = 2;
    public static final int ELFDATA2LSB = 1;
    /** e_shstrndx when the real number is in section 0. */
    public static final int SHN_XINDEX = 0xffff;
}
