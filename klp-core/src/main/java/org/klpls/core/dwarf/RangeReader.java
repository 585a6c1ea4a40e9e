package org.klpls.core.dwarf;

import org.klpls.core.elf.ElfBytes;

/** The addresses that an entry stands for, as pairs of start and end. Source: DWARF Version 5, 2.17. */
final class RangeReader {
    private final UnitHeader unit;
    private final DwarfSections sections;
    private final Budget budget;
    private UnitBases bases;

    RangeReader(UnitHeader unit, DwarfSections sections, Budget budget, UnitBases bases) {
        this.unit = unit;
        this.sections = sections;
        this.budget = budget;
        this.bases = bases;
    }

    void use(UnitBases told) {
        bases = told;
    }

    /** Appends the ranges of this entry that are not empty, and gives their number. */
    int read(Die die, LongList out) {
        int before = out.size();
        if (die.rangesForm != 0) {
            if (unit.version() >= 5) {
                rnglist(listOffset(die), out);
            } else {
                ranges(bases.ranges() + die.ranges, out);
            }
        } else if (die.lowPcForm != 0 && die.highPcForm != 0) {
            long low = die.address(die.lowPc, die.lowPcForm, bases);
            long high = Die.isAddress(die.highPcForm)
                    ? die.address(die.highPc, die.highPcForm, bases)
                    : low + die.highPc;
            add(low, high, out);
        }
        return (out.size() - before) / 2;
    }

    /** What the linker threw away starts at 0: it is no code. */
    private static void add(long start, long end, LongList out) {
        if (start != 0 && Long.compareUnsigned(start, end) < 0) {
            out.add(start);
            out.add(end);
        }
    }

    private long listOffset(Die die) {
        if (die.rangesForm != Dw.FORM_RNGLISTX) {
            return die.ranges;
        }
        long at = bases.rnglists() + die.ranges * unit.offsetSize();
        boolean isThere = die.ranges >= 0 && die.ranges < sections.rnglists().size()
                && sections.rnglists().holds(at, unit.offsetSize());
        return isThere ? bases.rnglists() + word(sections.rnglists(), at, unit.offsetSize()) : -1;
    }

    private static long word(ElfBytes bytes, long at, int size) {
        return size == Long.BYTES ? bytes.u64(at) : bytes.u32(at);
    }

    /** DWARF 4: pairs up to one of zeros; a start of all ones sets the base. */
    private void ranges(long offset, LongList out) {
        ElfBytes list = sections.ranges();
        int size = unit.addressSize();
        long newBase = size == Long.BYTES ? -1 : 0xffff_ffffL;
        long base = bases.lowPc();
        for (long at = offset; list.holds(at, 2L * size) && budget.take(2L * size); at += 2L * size) {
            long start = word(list, at, size);
            long end = word(list, at + size, size);
            if (start == 0 && end == 0) {
                return;
            }
            if (start == newBase) {
                base = end;
            } else {
                add(base + start, base + end, out);
            }
        }
    }

    private void rnglist(long offset, LongList out) {
        ElfBytes section = sections.rnglists();
        if (!section.holds(offset, 1)) {
            return;
        }
        ListCursor in = new ListCursor(section, offset);
        long base = bases.lowPc();
        while (in.hasMore()) {
            long from = in.at();
            int kind = in.u8();
            switch (kind) {
                case Dw.RLE_END_OF_LIST -> {
                    return;
                }
                case Dw.RLE_BASE_ADDRESSX -> base = indexed(in.uleb());
                case Dw.RLE_STARTX_ENDX -> add(indexed(in.uleb()), indexed(in.uleb()), out);
                case Dw.RLE_STARTX_LENGTH -> addLength(indexed(in.uleb()), in.uleb(), out);
                case Dw.RLE_OFFSET_PAIR -> add(base + in.uleb(), base + in.uleb(), out);
                case Dw.RLE_BASE_ADDRESS -> base = in.word(unit.addressSize());
                case Dw.RLE_START_END -> add(in.word(unit.addressSize()), in.word(unit.addressSize()), out);
                case Dw.RLE_START_LENGTH -> addLength(in.word(unit.addressSize()), in.uleb(), out);
                default -> {
                    return;
                }
            }
            if (in.isOverrun() || !budget.take(in.at() - from)) {
                return;
            }
        }
    }

    private long indexed(long index) {
        return sections.indexedAddress(index, unit, bases);
    }

    private static void addLength(long start, long length, LongList out) {
        add(start, start + length, out);
    }

    /** Numbers of a list, which is not copied out of its section: most lists have a few bytes. */
    private static final class ListCursor {
        private final ElfBytes bytes;
        private long at;
        private boolean overrun;

        ListCursor(ElfBytes bytes, long at) {
            this.bytes = bytes;
            this.at = at;
        }

        long at() {
            return at;
        }

        boolean isOverrun() {
            return overrun;
        }

        boolean hasMore() {
            return !overrun && at < bytes.size();
        }

        int u8() {
            return bytes.u8(at++);
        }

        long word(int size) {
            if (!bytes.holds(at, size)) {
                overrun = true;
                return 0;
            }
            long value = RangeReader.word(bytes, at, size);
            at += size;
            return value;
        }

        long uleb() {
            long value = 0;
            for (int shift = 0; at < bytes.size(); shift += 7) {
                int next = bytes.u8(at++);
                if (shift < Long.SIZE) {
                    value |= (next & 0x7fL) << shift;
                }
                if (next < 0x80) {
                    return value;
                }
            }
            overrun = true;
            return 0;
        }
    }
}
