package org.klpls.core.dwarf;

/**
 * Where the tables of a unit begin in sections that units share, and what its addresses count from.
 *
 * @param ranges DW_AT_GNU_ranges_base of a split DWARF 4 unit
 * @param lowPc the unit's DW_AT_low_pc
 */
record UnitBases(long strOffsets, long addr, long rnglists, long ranges, long lowPc) {
    /** Before the unit's own entry tells: right behind the header of each table, as a file of one unit has it. */
    static UnitBases initial(UnitHeader unit) {
        boolean is5 = unit.version() >= 5;
        int header = unit.offsetSize() == Long.BYTES ? 16 : 8;
        int rnglistsHeader = unit.offsetSize() == Long.BYTES ? 20 : 12;
        return new UnitBases(is5 ? header : 0, is5 ? header : 0, is5 ? rnglistsHeader : 0, 0, 0);
    }

    UnitBases withLowPc(long address) {
        return new UnitBases(strOffsets, addr, rnglists, ranges, address);
    }
}
