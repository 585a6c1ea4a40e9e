package org.klpls.core.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/**
 * The header of a unit of .debug_info.
 *
 * @param offset of the header in the section
 * @param length bytes of the whole unit, header and all
 * @param headerLength bytes before its first entry
 * @param type one of Dw.UT_*; before DWARF 5 UT_COMPILE
 * @param offsetSize 4, or 8 in 64-bit DWARF
 */
record UnitHeader(long offset, long length, int headerLength, int version, int type, long abbrevOffset, int addressSize,
        int offsetSize) {
    private static final long DWARF64 = 0xffff_ffffL;
    private static final int LONGEST = 48;
    private static final long RESERVED = 0xffff_fff0L;

    /** All units, as far as their lengths can be believed, and how far that was. */
    record Scan(List<UnitHeader> units, long end) {
        Scan {
            units = List.copyOf(units);
        }
    }

    static Scan scan(ElfBytes info) {
        List<UnitHeader> units = new ArrayList<>();
        long at = 0;
        while (info.holds(at, 4)) {
            boolean is64 = info.u32(at) == DWARF64;
            int lengthSize = is64 ? 12 : 4;
            if (!info.holds(at, lengthSize)) {
                break;
            }
            long rest = is64 ? info.u64(at + 4) : info.u32(at);
            if (!is64 && rest >= RESERVED || !info.holds(at + lengthSize, rest)) {
                break;
            }
            long length = lengthSize + rest;
            read(info.slice(at, length), at, is64).ifPresent(units::add);
            at += length;
        }
        return new Scan(units, at);
    }

    /** Empty for versions and types that hold no functions, or are not known. */
    private static Optional<UnitHeader> read(ElfBytes unit, long offset, boolean is64) {
        int offsetSize = is64 ? Long.BYTES : Integer.BYTES;
        Cursor in = new Cursor(unit.slice(0, Math.min(unit.size(), LONGEST)).toArray(), is64 ? 12 : 4);
        int version = in.u16();
        if (version < 2 || version > 5) {
            return Optional.empty();
        }
        int type = version == 5 ? in.u8() : Dw.UT_COMPILE;
        int addressSize = version == 5 ? in.u8() : 0;
        long abbrevs = in.word(offsetSize);
        if (version < 5) {
            addressSize = in.u8();
        }
        in.skip(switch (type) {
            case Dw.UT_SKELETON -> Long.BYTES;
            case Dw.UT_TYPE -> Long.BYTES + offsetSize;
            default -> 0;
        });
        boolean isRead = type == Dw.UT_COMPILE || type == Dw.UT_PARTIAL || type == Dw.UT_SKELETON;
        boolean isSound = !in.isOverrun() && (addressSize == Integer.BYTES || addressSize == Long.BYTES);
        return isRead && isSound
                ? Optional.of(new UnitHeader(offset, unit.size(), in.at(), version, type, abbrevs, addressSize,
                        offsetSize))
                : Optional.empty();
    }
}
