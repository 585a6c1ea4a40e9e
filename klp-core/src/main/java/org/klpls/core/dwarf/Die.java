package org.klpls.core.dwarf;

/**
 * The attributes of one entry that matter here. One object serves for all entries of a unit: it is filled again for each.
 */
final class Die {
    static final long NONE = -1;

    private final UnitHeader unit;
    private final DwarfSections sections;
    private final Abbrevs abbrevs;

    long name;
    long linkageName;
    long origin;
    long specification;
    long callOrigin;
    long sibling;
    long declFile;
    long declLine;
    long callLine;
    long language;
    long lineTable;
    boolean isDeclaration;
    boolean isExternal;
    long lowPc;
    int lowPcForm;
    long highPc;
    int highPcForm;
    long ranges;
    int rangesForm;
    long compDir;
    /** Name of the file that holds the rest of the unit. */
    long dwoName;
    private long strOffsetsBase;
    private long addrBase;
    private long rnglistsBase;
    private long rangesBase;

    Die(UnitHeader unit, DwarfSections sections, Abbrevs abbrevs) {
        this.unit = unit;
        this.sections = sections;
        this.abbrevs = abbrevs;
        clear();
    }

    private void clear() {
        name = DwarfSections.NO_STRING;
        linkageName = DwarfSections.NO_STRING;
        compDir = DwarfSections.NO_STRING;
        dwoName = DwarfSections.NO_STRING;
        origin = NONE;
        specification = NONE;
        callOrigin = NONE;
        sibling = NONE;
        declFile = NONE;
        declLine = NONE;
        callLine = 0;
        language = 0;
        lineTable = NONE;
        isDeclaration = false;
        isExternal = false;
        lowPcForm = 0;
        highPcForm = 0;
        rangesForm = 0;
        strOffsetsBase = NONE;
        addrBase = NONE;
        rnglistsBase = NONE;
        rangesBase = NONE;
    }

    /** Reads the attributes of an entry of this abbreviation. */
    void read(Cursor in, int abbrev, UnitBases bases) {
        clear();
        int end = abbrevs.firstAttribute(abbrev + 1);
        for (int i = abbrevs.firstAttribute(abbrev); i < end; i++) {
            int form = abbrevs.form(i);
            if (form == Dw.FORM_INDIRECT) {
                form = (int) in.uleb();
            }
            attribute(in, abbrevs.attribute(i), form, i, bases);
        }
    }

    private void attribute(Cursor in, int attribute, int form, int i, UnitBases bases) {
        switch (attribute) {
            case Dw.AT_NAME -> name = DwarfSections.string(in, form, unit, bases, sections);
            case Dw.AT_LINKAGE_NAME -> linkageName = DwarfSections.string(in, form, unit, bases, sections);
            case Dw.AT_COMP_DIR -> compDir = DwarfSections.string(in, form, unit, bases, sections);
            case Dw.AT_DWO_NAME, Dw.AT_GNU_DWO_NAME -> dwoName = DwarfSections.string(in, form, unit, bases, sections);
            case Dw.AT_ABSTRACT_ORIGIN -> origin = reference(in, form);
            case Dw.AT_SPECIFICATION -> specification = reference(in, form);
            case Dw.AT_CALL_ORIGIN -> callOrigin = reference(in, form);
            case Dw.AT_SIBLING -> sibling = reference(in, form);
            case Dw.AT_DECL_FILE -> declFile = number(in, form, i);
            case Dw.AT_DECL_LINE -> declLine = number(in, form, i);
            case Dw.AT_CALL_LINE -> callLine = number(in, form, i);
            case Dw.AT_LANGUAGE -> language = number(in, form, i);
            case Dw.AT_STMT_LIST -> lineTable = number(in, form, i);
            case Dw.AT_DECLARATION -> isDeclaration = number(in, form, i) != 0;
            case Dw.AT_EXTERNAL -> isExternal = number(in, form, i) != 0;
            case Dw.AT_LOW_PC -> {
                lowPcForm = form;
                lowPc = number(in, form, i);
            }
            case Dw.AT_HIGH_PC -> {
                highPcForm = form;
                highPc = number(in, form, i);
            }
            case Dw.AT_RANGES -> {
                rangesForm = form;
                ranges = number(in, form, i);
            }
            case Dw.AT_STR_OFFSETS_BASE -> strOffsetsBase = number(in, form, i);
            case Dw.AT_ADDR_BASE, Dw.AT_GNU_ADDR_BASE -> addrBase = number(in, form, i);
            case Dw.AT_RNGLISTS_BASE -> rnglistsBase = number(in, form, i);
            case Dw.AT_GNU_RANGES_BASE -> rangesBase = number(in, form, i);
            default -> Forms.skip(in, form, unit);
        }
    }

    private long number(Cursor in, int form, int i) {
        return form == Dw.FORM_IMPLICIT_CONST ? abbrevs.constant(i) : Forms.number(in, form, unit);
    }

    /** The place in .debug_info of the entry that is referred to, or NONE. */
    private long reference(Cursor in, int form) {
        return switch (form) {
            case Dw.FORM_REF1, Dw.FORM_REF2, Dw.FORM_REF4, Dw.FORM_REF8, Dw.FORM_REF_UDATA -> {
                long inUnit = Forms.number(in, form, unit);
                yield inUnit >= 0 && inUnit < unit.length() ? unit.offset() + inUnit : NONE;
            }
            case Dw.FORM_REF_ADDR -> Forms.number(in, form, unit);
            default -> {
                Forms.skip(in, form, unit);
                yield NONE;
            }
        };
    }

    /** The entry that this one completes, or NONE. */
    long originOrSpecification() {
        return origin != NONE ? origin : specification;
    }

    /** After the unit's own entry was read: where its tables begin. */
    UnitBases bases() {
        UnitBases initial = UnitBases.initial(unit);
        UnitBases told = new UnitBases(strOffsetsBase == NONE ? initial.strOffsets() : strOffsetsBase,
                addrBase == NONE ? initial.addr() : addrBase,
                rnglistsBase == NONE ? initial.rnglists() : rnglistsBase,
                rangesBase == NONE ? initial.ranges() : rangesBase, 0);
        return lowPcForm == 0 ? told : told.withLowPc(address(lowPc, lowPcForm, told));
    }

    /** An address that was read in this form. */
    long address(long value, int form, UnitBases bases) {
        return switch (form) {
            case Dw.FORM_ADDRX, Dw.FORM_ADDRX1, Dw.FORM_ADDRX2, Dw.FORM_ADDRX3, Dw.FORM_ADDRX4,
                    Dw.FORM_GNU_ADDR_INDEX ->
                sections.indexedAddress(value, unit, bases);
            default -> value;
        };
    }

    /** Whether a value in this form is an address, not a distance from DW_AT_low_pc. */
    static boolean isAddress(int form) {
        return switch (form) {
            case Dw.FORM_ADDR, Dw.FORM_ADDRX, Dw.FORM_ADDRX1, Dw.FORM_ADDRX2, Dw.FORM_ADDRX3, Dw.FORM_ADDRX4,
                    Dw.FORM_GNU_ADDR_INDEX ->
                true;
            default -> false;
        };
    }
}
