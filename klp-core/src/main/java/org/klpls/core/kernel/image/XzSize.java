package org.klpls.core.kernel.image;

import java.util.OptionalLong;
import org.klpls.core.elf.ElfBytes;

/**
 * How much a .xz file says that it holds. Source: The .xz File Format 1.1.0, 2.1.2 Stream Footer and 4 Index: footer and index
 * stand at the end; the index has a record for each block, of its packed and its plain size.
 */
final class XzSize {
    private static final int HEADER = 12;
    private static final int FOOTER = 12;
    private static final int FOOTER_MAGIC = 0x5a59;
    /** Bits of a number: 9 bytes of 7. */
    private static final int WIDEST = 63;

    private final ElfBytes index;
    private long at = 1;

    private XzSize(ElfBytes index) {
        this.index = index;
    }

    /** Bytes of the content of the one stream that these bytes are; empty where they are not one. May lie. */
    static OptionalLong of(ElfBytes xz) {
        long footer = xz.size() - FOOTER;
        if (footer < HEADER || xz.u16(xz.size() - 2) != FOOTER_MAGIC) {
            return OptionalLong.empty();
        }
        long indexSize = (xz.u32(footer + 4) + 1) * 4;
        return indexSize <= footer - HEADER && xz.u8(footer - indexSize) == 0
                ? new XzSize(xz.slice(footer - indexSize, indexSize)).total()
                : OptionalLong.empty();
    }

    private OptionalLong total() {
        long records = number();
        long total = 0;
        for (long i = 0; i < records; i++) {
            long packed = number();
            long plain = number();
            if (packed <= 0 || plain < 0 || total + plain < total) {
                return OptionalLong.empty();
            }
            total += plain;
        }
        return records < 0 ? OptionalLong.empty() : OptionalLong.of(total);
    }

    /** The next number; -1 where there is none. */
    private long number() {
        long number = 0;
        for (int shift = 0; shift < WIDEST && at < index.size(); shift += 7) {
            int next = index.u8(at++);
            number |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                return number;
            }
        }
        return -1;
    }
}
