package org.klpls.core.dwarf;

import org.klpls.core.elf.ElfBytes;

/** The sections of a file's debug info, decompressed and relocated; empty where there is none. */
record DwarfSections(ElfBytes info, ElfBytes abbrev, ElfBytes str, ElfBytes lineStr, ElfBytes line, ElfBytes ranges,
        ElfBytes rnglists, ElfBytes addr, ElfBytes strOffsets) {
    /** Longer names are of no function: they are left out. */
    private static final int LONGEST_STRING = 4096;
    private static final int KIND = 60;
    private static final long STR = 1L << KIND;
    private static final long LINE_STR = 2L << KIND;
    private static final long INFO = 3L << KIND;
    private static final long LINE = 4L << KIND;
    private static final long OFFSET = (1L << KIND) - 1;
    /** The reference of a string that is nowhere. */
    static final long NO_STRING = 0;

    /** Bytes of all of them. */
    long size() {
        return info.size() + abbrev.size() + str.size() + lineStr.size() + line.size() + ranges.size() + rnglists.size()
                + addr.size() + strOffsets.size();
    }

    static long inStr(long offset) {
        return offset < 0 || offset > OFFSET ? NO_STRING : STR | offset;
    }

    static long inLineStr(long offset) {
        return offset < 0 || offset > OFFSET ? NO_STRING : LINE_STR | offset;
    }

    static long inInfo(long offset) {
        return INFO | offset;
    }

    static long inLine(long offset) {
        return LINE | offset;
    }

    /** A reference to the string that is the value of an attribute; the cursor goes past it. */
    static long string(Cursor in, int form, UnitHeader unit, UnitBases bases, DwarfSections sections) {
        return switch (form) {
            case Dw.FORM_STRING -> {
                long at = unit.offset() + in.at();
                in.skipString();
                yield inInfo(at);
            }
            case Dw.FORM_STRP -> inStr(in.word(unit.offsetSize()));
            case Dw.FORM_LINE_STRP -> inLineStr(in.word(unit.offsetSize()));
            case Dw.FORM_STRX, Dw.FORM_STRX1, Dw.FORM_STRX2, Dw.FORM_STRX3, Dw.FORM_STRX4, Dw.FORM_GNU_STR_INDEX ->
                sections.indexedString(Forms.number(in, form, unit), unit, bases);
            default -> {
                // Among them strings of a supplementary file, as dwz makes it for several packages: those are not read.
                Forms.skip(in, form, unit);
                yield NO_STRING;
            }
        };
    }

    private long indexedString(long index, UnitHeader unit, UnitBases bases) {
        long at = bases.strOffsets() + index * unit.offsetSize();
        boolean isThere = index >= 0 && index < strOffsets.size() && strOffsets.holds(at, unit.offsetSize());
        if (!isThere) {
            return NO_STRING;
        }
        return inStr(unit.offsetSize() == Long.BYTES ? strOffsets.u64(at) : strOffsets.u32(at));
    }

    /** The string of a reference; empty where it has none, or it is too long for a name. */
    String string(long reference) {
        long offset = reference & OFFSET;
        return switch ((int) (reference >>> KIND)) {
            case 1 -> text(str, offset);
            case 2 -> text(lineStr, offset);
            case 3 -> text(info, offset);
            case 4 -> text(line, offset);
            default -> "";
        };
    }

    private static String text(ElfBytes section, long offset) {
        if (!section.holds(offset, 1)) {
            return "";
        }
        long most = Math.min(section.size() - offset, LONGEST_STRING);
        return section.slice(offset, most).cString(0).orElse("");
    }

    /** An address out of .debug_addr. */
    long indexedAddress(long index, UnitHeader unit, UnitBases bases) {
        long at = bases.addr() + index * unit.addressSize();
        boolean isThere = index >= 0 && index < addr.size() && addr.holds(at, unit.addressSize());
        if (!isThere) {
            return 0;
        }
        return unit.addressSize() == Long.BYTES ? addr.u64(at) : addr.u32(at);
    }
}
