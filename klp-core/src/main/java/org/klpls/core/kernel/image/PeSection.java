package org.klpls.core.kernel.image;

import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/**
 * A section of a PE file, as EFI programs are. Source: Microsoft, PE Format: DOS header, COFF header, section table.
 *
 * @param offset of its bytes in the file
 * @param size of its content, without padding
 */
record PeSection(long offset, long size) {
    private static final int DOS_MAGIC = 0x5a4d;
    private static final int PE_MAGIC = 0x4550;
    private static final int PE_POINTER = 0x3c;
    private static final int SECTION_COUNT = 6;
    private static final int OPTIONAL_HEADER_SIZE = 20;
    private static final int COFF_HEADER = 24;
    private static final int ENTRY = 40;
    private static final int NAME_LENGTH = 8;

    /** The section of that name, of up to 8 letters; only the headers need be there. */
    static Optional<PeSection> find(ElfBytes file, String name) {
        if (!file.holds(0, PE_POINTER + 4) || file.u16(0) != DOS_MAGIC) {
            return Optional.empty();
        }
        long header = file.u32(PE_POINTER);
        if (!file.holds(header, COFF_HEADER) || file.u32(header) != PE_MAGIC) {
            return Optional.empty();
        }
        long table = header + COFF_HEADER + file.u16(header + OPTIONAL_HEADER_SIZE);
        for (long i = 0; i < file.u16(header + SECTION_COUNT); i++) {
            long at = table + i * ENTRY;
            if (!file.holds(at, ENTRY)) {
                return Optional.empty();
            }
            if (file.text(at, NAME_LENGTH).replace("\0", "").equals(name)) {
                return Optional.of(new PeSection(file.u32(at + 20), Math.min(file.u32(at + 8), file.u32(at + 16))));
            }
        }
        return Optional.empty();
    }

    boolean isInside(long fileSize) {
        return offset <= fileSize && size <= fileSize - offset;
    }
}
