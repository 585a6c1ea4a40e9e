package org.klpls.core.dwarf;

/** How attributes are written: how many bytes each form has. Source: DWARF Version 5, 7.5.6. */
final class Forms {
    /** Of a form that is not known: what follows it cannot be read. */
    static final int UNKNOWN = -2;
    private static final int VARIES = -1;

    private Forms() {}

    /** Bytes of a value of this form, or a negative number where each value has its own length. */
    static int fixedSize(int form, UnitHeader unit) {
        return switch (form) {
            case Dw.FORM_FLAG_PRESENT, Dw.FORM_IMPLICIT_CONST -> 0;
            case Dw.FORM_DATA1, Dw.FORM_FLAG, Dw.FORM_REF1, Dw.FORM_STRX1, Dw.FORM_ADDRX1 -> 1;
            case Dw.FORM_DATA2, Dw.FORM_REF2, Dw.FORM_STRX2, Dw.FORM_ADDRX2 -> 2;
            case Dw.FORM_STRX3, Dw.FORM_ADDRX3 -> 3;
            case Dw.FORM_DATA4, Dw.FORM_REF4, Dw.FORM_STRX4, Dw.FORM_ADDRX4, Dw.FORM_REF_SUP4 -> 4;
            case Dw.FORM_DATA8, Dw.FORM_REF8, Dw.FORM_REF_SIG8, Dw.FORM_REF_SUP8 -> 8;
            case Dw.FORM_DATA16 -> 16;
            case Dw.FORM_ADDR -> unit.addressSize();
            case Dw.FORM_STRP, Dw.FORM_LINE_STRP, Dw.FORM_SEC_OFFSET, Dw.FORM_STRP_SUP, Dw.FORM_GNU_REF_ALT,
                    Dw.FORM_GNU_STRP_ALT ->
                unit.offsetSize();
            case Dw.FORM_REF_ADDR -> unit.version() == 2 ? unit.addressSize() : unit.offsetSize();
            case Dw.FORM_BLOCK, Dw.FORM_BLOCK1, Dw.FORM_BLOCK2, Dw.FORM_BLOCK4, Dw.FORM_EXPRLOC, Dw.FORM_STRING,
                    Dw.FORM_SDATA, Dw.FORM_UDATA, Dw.FORM_REF_UDATA, Dw.FORM_STRX, Dw.FORM_ADDRX, Dw.FORM_LOCLISTX,
                    Dw.FORM_RNGLISTX, Dw.FORM_GNU_ADDR_INDEX, Dw.FORM_GNU_STR_INDEX, Dw.FORM_INDIRECT ->
                VARIES;
            default -> UNKNOWN;
        };
    }

    /** Past a value. False where the form is not known, so that nothing behind it can be read. */
    static boolean skip(Cursor in, int form, UnitHeader unit) {
        int size = fixedSize(form, unit);
        if (size >= 0) {
            in.skip(size);
            return true;
        }
        switch (form) {
            case Dw.FORM_BLOCK, Dw.FORM_EXPRLOC -> in.skip(in.uleb());
            case Dw.FORM_BLOCK1 -> in.skip(in.u8());
            case Dw.FORM_BLOCK2 -> in.skip(in.u16());
            case Dw.FORM_BLOCK4 -> in.skip(in.u32());
            case Dw.FORM_STRING -> in.skipString();
            case Dw.FORM_SDATA, Dw.FORM_UDATA, Dw.FORM_REF_UDATA, Dw.FORM_STRX, Dw.FORM_ADDRX, Dw.FORM_LOCLISTX,
                    Dw.FORM_RNGLISTX, Dw.FORM_GNU_ADDR_INDEX, Dw.FORM_GNU_STR_INDEX ->
                in.uleb();
            case Dw.FORM_INDIRECT -> {
                int real = (int) in.uleb();
                return real != Dw.FORM_INDIRECT && skip(in, real, unit);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A number: a constant, an offset, an index, an address. 0 for a form that holds none. */
    static long number(Cursor in, int form, UnitHeader unit) {
        return switch (form) {
            case Dw.FORM_FLAG_PRESENT -> 1;
            case Dw.FORM_DATA1, Dw.FORM_FLAG, Dw.FORM_REF1, Dw.FORM_STRX1, Dw.FORM_ADDRX1 -> in.u8();
            case Dw.FORM_DATA2, Dw.FORM_REF2, Dw.FORM_STRX2, Dw.FORM_ADDRX2 -> in.u16();
            case Dw.FORM_STRX3, Dw.FORM_ADDRX3 -> in.u24();
            case Dw.FORM_DATA4, Dw.FORM_REF4, Dw.FORM_STRX4, Dw.FORM_ADDRX4 -> in.u32();
            case Dw.FORM_DATA8, Dw.FORM_REF8 -> in.u64();
            case Dw.FORM_SDATA -> in.sleb();
            case Dw.FORM_UDATA, Dw.FORM_REF_UDATA, Dw.FORM_STRX, Dw.FORM_ADDRX, Dw.FORM_RNGLISTX,
                    Dw.FORM_GNU_ADDR_INDEX, Dw.FORM_GNU_STR_INDEX ->
                in.uleb();
            case Dw.FORM_ADDR -> in.word(unit.addressSize());
            case Dw.FORM_STRP, Dw.FORM_LINE_STRP, Dw.FORM_SEC_OFFSET -> in.word(unit.offsetSize());
            case Dw.FORM_REF_ADDR -> in.word(unit.version() == 2 ? unit.addressSize() : unit.offsetSize());
            default -> {
                skip(in, form, unit);
                yield 0;
            }
        };
    }
}
