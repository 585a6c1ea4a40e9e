package org.klpls.core.elf;

import java.util.ArrayList;
import java.util.List;
import net.fornwall.jelf.BackingFile;
import net.fornwall.jelf.ElfFile;
import net.fornwall.jelf.ElfSectionHeader;

/**
 * The only user of jelf: it decodes headers. jelf counts sections in a signed short, parses a section's content as soon
 * as it is asked for its header, and believes sizes. So it never sees the file: it is given the headers alone, at most
 * {@link #WINDOW} at a time, each as one of plain contents.
 */
final class JelfHeaders {
    private static final int WINDOW = 16_384;
    private static final int E_IDENT_CLASS = 4;
    private static final int E_IDENT_DATA = 5;
    private static final int E_IDENT_VERSION = 6;
    private static final int E_SHOFF = 40;
    private static final int E_PHNUM = 56;
    private static final int E_SHNUM = 60;
    private static final int E_SHSTRNDX = 62;
    private static final int SH_TYPE = 4;

    private JelfHeaders() {}

    /** The header of a file of at least {@link ElfHeader#SIZE} bytes that starts with ELF's magic. */
    static ElfHeader header(ElfBytes file) {
        ElfFile jelf = ElfFile.from(new HeadersOnly(headerAlone(file)));
        return new ElfHeader(file.u8(E_IDENT_CLASS), file.u8(E_IDENT_DATA), Short.toUnsignedInt(jelf.e_type),
                Short.toUnsignedInt(jelf.e_machine), file.u64(E_SHOFF), Short.toUnsignedInt(jelf.e_shentsize),
                file.u16(E_SHNUM), file.u16(E_SHSTRNDX));
    }

    /** The section table, which lies inside the file; names are not yet known. */
    static List<SectionHeader> sections(ElfBytes file, long tableOffset, int count) {
        List<SectionHeader> all = new ArrayList<>(count);
        for (int first = 0; first < count; first += WINDOW) {
            int n = Math.min(WINDOW, count - first);
            ElfBytes window = file.slice(tableOffset + (long) first * SectionHeader.SIZE,
                    (long) n * SectionHeader.SIZE);
            addWindow(file, window, first, n, all);
        }
        return all;
    }

    private static void addWindow(ElfBytes file, ElfBytes window, int first, int n, List<SectionHeader> all) {
        byte[] headers = new byte[ElfHeader.SIZE + n * SectionHeader.SIZE];
        byte[] header = headerAlone(file);
        System.arraycopy(header, 0, headers, 0, ElfHeader.SIZE);
        window.copyTo(headers, ElfHeader.SIZE);
        headers[E_SHOFF] = ElfHeader.SIZE;
        headers[E_SHNUM] = (byte) n;
        headers[E_SHNUM + 1] = (byte) (n >> 8);
        for (int i = 0; i < n; i++) {
            int type = ElfHeader.SIZE + i * SectionHeader.SIZE + SH_TYPE;
            headers[type] = SectionHeader.SHT_PROGBITS;
            headers[type + 1] = headers[type + 2] = headers[type + 3] = 0;
        }
        ElfFile jelf = ElfFile.from(new HeadersOnly(headers));
        for (int i = 0; i < n; i++) {
            long type = window.u32((long) i * SectionHeader.SIZE + SH_TYPE);
            all.add(section(new ShIndex(first + i), type, jelf.getSection(i).header));
        }
    }

    private static SectionHeader section(ShIndex index, long type, ElfSectionHeader h) {
        return new SectionHeader(index, "", Integer.toUnsignedLong(h.sh_name), type, h.sh_flags, h.sh_addr, h.sh_offset,
                h.sh_size, Integer.toUnsignedLong(h.sh_link), Integer.toUnsignedLong(h.sh_info), h.sh_addralign,
                h.sh_entsize);
    }

    /** 64-bit little-endian, no program headers, no sections, whatever the file says: the kernel looks at none of it. */
    private static byte[] headerAlone(ElfBytes file) {
        byte[] header = file.slice(0, ElfHeader.SIZE).toArray();
        header[E_IDENT_CLASS] = ElfHeader.ELFCLASS64;
        header[E_IDENT_DATA] = ElfHeader.ELFDATA2LSB;
        header[E_IDENT_VERSION] = 1;
        for (int at = E_SHOFF; at < E_SHOFF + 8; at++) {
            header[at] = 0;
        }
        for (int at : new int[]{E_PHNUM, E_SHNUM, E_SHSTRNDX}) {
            header[at] = header[at + 1] = 0;
        }
        return header;
    }

    /** Bounds-checked storage: what lies past its end reads as nothing, and a seek may go anywhere. */
    private static final class HeadersOnly implements BackingFile {
        private final byte[] bytes;
        private long position;

        HeadersOnly(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void seek(long offset) {
            position = offset;
        }

        @Override
        public void skip(int count) {
            position += count;
        }

        @Override
        public short readUnsignedByte() {
            long at = position++;
            return at >= 0 && at < bytes.length ? (short) (bytes[(int) at] & 0xff) : 0;
        }

        @Override
        public int read(byte[] into) {
            if (position < 0 || position >= bytes.length) {
                return -1;
            }
            int n = Math.min(into.length, bytes.length - (int) position);
            System.arraycopy(bytes, (int) position, into, 0, n);
            position += n;
            return n;
        }
    }
}
