package org.klpls.core.dwarf;

import java.util.Arrays;
import java.util.Optional;

/** Goes through the entries of one unit, once, and keeps what tells of functions. For one thread. */
final class UnitReader {
    private final UnitHeader unit;
    private final DwarfSections sections;
    private final Abbrevs abbrevs;
    private final Budget budget;
    private final Cursor in;
    private final Die die;
    private final RangeReader rangeReader;
    private final int[] sizes;
    private final int[] siblingOffsets;

    private UnitBases bases;
    private UnitFunctions functions;
    private boolean isC;
    private boolean isDamaged;
    private Optional<String> elsewhere = Optional.empty();

    private int depth;
    /** By depth: the code, and the inline copy in it, that entries belong to; -1 where to none. */
    private int[] codes = new int[32];
    private int[] copies = new int[32];

    UnitReader(UnitHeader unit, DwarfSections sections, Abbrevs abbrevs, Budget budget) {
        this.unit = unit;
        this.sections = sections;
        this.abbrevs = abbrevs;
        this.budget = budget;
        in = new Cursor(sections.info().slice(unit.offset(), unit.length()).toArray(), unit.headerLength());
        die = new Die(unit, sections, abbrevs);
        bases = UnitBases.initial(unit);
        rangeReader = new RangeReader(unit, sections, budget, bases);
        sizes = abbrevs.fixedSizes(unit);
        siblingOffsets = abbrevs.siblingOffsets(unit);
        functions = new UnitFunctions(FileTable.empty(sections));
    }

    /**
     * What came of it; also what was read before the place where the unit makes no sense any more.
     *
     * @param elsewhere the file that holds the unit's functions, where they are not in this one (-gsplit-dwarf)
     */
    record Result(UnitFunctions functions, boolean isDamaged, Optional<String> elsewhere) {}

    Result read() {
        codes[0] = -1;
        copies[0] = -1;
        while (in.hasMore() && !isDamaged) {
            int place = in.at();
            long code = in.uleb();
            if (code == 0) {
                depth = Math.max(0, depth - 1);
                continue;
            }
            int abbrev = abbrevs.find(code);
            if (abbrev < 0 || sizes[abbrev] == Forms.UNKNOWN) {
                isDamaged = true;
            } else {
                entry(place, abbrev);
            }
        }
        return new Result(functions, isDamaged || in.isOverrun(), elsewhere);
    }

    private void entry(int place, int abbrev) {
        switch (abbrevs.tag(abbrev)) {
            case Dw.TAG_SUBPROGRAM -> subprogram(place, abbrev);
            case Dw.TAG_INLINED_SUBROUTINE -> inlined(abbrev);
            case Dw.TAG_CALL_SITE, Dw.TAG_GNU_CALL_SITE -> callSite(abbrev);
            case Dw.TAG_COMPILE_UNIT, Dw.TAG_PARTIAL_UNIT, Dw.TAG_SKELETON_UNIT -> unitItself(abbrev);
            case Dw.TAG_STRUCTURE_TYPE, Dw.TAG_UNION_TYPE, Dw.TAG_CLASS_TYPE -> other(abbrev, isC);
            case Dw.TAG_ENUMERATION_TYPE, Dw.TAG_SUBROUTINE_TYPE, Dw.TAG_ARRAY_TYPE -> other(abbrev, true);
            default -> other(abbrev, false);
        }
    }

    /** An entry of which nothing is wanted, nor of its children where they may be jumped over. */
    private void other(int abbrev, boolean mayJump) {
        int from = in.at();
        if (mayJump && abbrevs.hasChildren(abbrev) && siblingOffsets[abbrev] >= 0) {
            in.skip(siblingOffsets[abbrev]);
            jump(in.u32(), from);
            return;
        }
        if (sizes[abbrev] >= 0) {
            in.skip(sizes[abbrev]);
        } else {
            for (int i = abbrevs.firstAttribute(abbrev); i < abbrevs.firstAttribute(abbrev + 1); i++) {
                isDamaged |= !Forms.skip(in, abbrevs.form(i), unit);
            }
        }
        if (abbrevs.hasChildren(abbrev)) {
            push(codes[depth], copies[depth]);
        }
    }

    /** To the next entry of the same parent, which lies further on. */
    private void jump(long sibling, int from) {
        if (sibling <= from) {
            isDamaged = true;
        } else {
            in.moveTo(sibling);
        }
    }

    private void push(int code, int copy) {
        depth++;
        if (depth == codes.length) {
            codes = Arrays.copyOf(codes, depth * 2);
            copies = Arrays.copyOf(copies, depth * 2);
        }
        codes[depth] = code;
        copies[depth] = copy;
    }

    private void unitItself(int abbrev) {
        die.read(in, abbrev, bases);
        bases = die.bases();
        rangeReader.use(bases);
        isC = Dw.isC(die.language);
        if (die.dwoName != DwarfSections.NO_STRING) {
            elsewhere = Optional.of(sections.string(die.dwoName));
        }
        if (die.lineTable != Die.NONE && functions.subs.size() == 0) {
            String folder = sections.string(die.compDir);
            functions = new UnitFunctions(FileTable.read(sections, die.lineTable, folder, budget));
        }
        if (abbrevs.hasChildren(abbrev)) {
            push(-1, -1);
        }
    }

    private void subprogram(int place, int abbrev) {
        die.read(in, abbrev, bases);
        int sub = functions.subs.size();
        functions.subs.add(unit.offset() + place);
        functions.names.add(name());
        functions.fileNumbers.add(small(die.declFile));
        functions.lines.add(small(die.declLine));
        functions.flags.add((die.isDeclaration ? UnitFunctions.DECLARATION : 0)
                | (die.isExternal ? UnitFunctions.EXTERNAL : 0));
        functions.origins.add(die.originOrSpecification());
        int firstRange = functions.ranges.size() / 2;
        int ranges = rangeReader.read(die, functions.ranges);
        int code = -1;
        if (ranges > 0) {
            code = functions.codeSubs.size();
            functions.codeSubs.add(sub);
            functions.codeFirstRanges.add(firstRange);
            functions.codeRangeCounts.add(ranges);
        }
        if (abbrevs.hasChildren(abbrev)) {
            push(code, -1);
        }
    }

    /** gcc calls a function of its own that it declares __builtin_memcpy, and by its linkage name memcpy. */
    private long name() {
        boolean byLinkage = die.isDeclaration && die.linkageName != DwarfSections.NO_STRING
                || die.name == DwarfSections.NO_STRING;
        return byLinkage ? die.linkageName : die.name;
    }

    private static int small(long value) {
        return value < 0 || value > Integer.MAX_VALUE ? -1 : (int) value;
    }

    /** One in a function of which there is no code is no copy: so gcc describes what it will copy with the function. */
    private void inlined(int abbrev) {
        die.read(in, abbrev, bases);
        int code = codes[depth];
        int copy = copies[depth];
        if (code >= 0) {
            int parent = copy;
            copy = functions.copyCodes.size();
            functions.copyOrigins.add(die.originOrSpecification());
            functions.copyCodes.add(code);
            functions.copyParents.add(parent);
            functions.copyLines.add(small(die.callLine));
            functions.copyFirstRanges.add(functions.ranges.size() / 2);
            functions.copyRangeCounts.add(rangeReader.read(die, functions.ranges));
        }
        if (abbrevs.hasChildren(abbrev)) {
            push(code, copy);
        }
    }

    /** DWARF 4 has call sites as a GNU extension, with DW_AT_abstract_origin for DW_AT_call_origin. */
    private void callSite(int abbrev) {
        int from = in.at();
        die.read(in, abbrev, bases);
        long called = die.callOrigin != Die.NONE ? die.callOrigin : die.origin;
        if (codes[depth] >= 0 && called != Die.NONE) {
            functions.callOrigins.add(called);
            functions.callCodes.add(codes[depth]);
        }
        if (abbrevs.hasChildren(abbrev)) {
            if (die.sibling != Die.NONE) {
                jump(die.sibling - unit.offset(), from);
            } else {
                push(codes[depth], copies[depth]);
            }
        }
    }
}
