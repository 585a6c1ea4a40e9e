package org.klpls.core.dwarf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The abbreviations of one unit: for each code a tag, whether there are children, and attributes with their forms. Kept in
 * columns; an abbreviation is known by its number in them.
 */
final class Abbrevs {
    /** Bytes of the section that were read for them. */
    private final int length;
    private final IntList tags = new IntList();
    private final IntList firstAttribute = new IntList();
    private final IntList children = new IntList();
    private final IntList attributes = new IntList();
    private final IntList forms = new IntList();
    private final LongList constants = new LongList();
    private final LongList codes = new LongList();
    /** Those that are not in their place in {@link #codes}, which begins at 1: as good as none. */
    private final Map<Long, Integer> elsewhere = new HashMap<>();

    private Abbrevs(Cursor in, int from) {
        read(in);
        length = in.at() - from;
    }

    /** Those that begin at this offset of a .debug_abbrev; what is cut is left out. */
    static Abbrevs read(byte[] section, int offset) {
        return new Abbrevs(new Cursor(section, offset), offset);
    }

    private void read(Cursor in) {
        while (in.hasMore()) {
            long code = in.uleb();
            if (code == 0) {
                break;
            }
            int tag = (int) in.uleb();
            int hasChildren = in.u8();
            int first = attributes.size();
            boolean complete = readAttributes(in);
            if (!complete) {
                break;
            }
            if (code != codes.size() + 1) {
                elsewhere.putIfAbsent(code, codes.size());
            }
            codes.add(code);
            tags.add(tag);
            children.add(hasChildren);
            firstAttribute.add(first);
        }
        firstAttribute.add(attributes.size());
    }

    private boolean readAttributes(Cursor in) {
        while (in.hasMore()) {
            int attribute = (int) in.uleb();
            int form = (int) in.uleb();
            long constant = form == Dw.FORM_IMPLICIT_CONST ? in.sleb() : 0;
            if (attribute == 0 && form == 0) {
                return !in.isOverrun();
            }
            attributes.add(attribute);
            forms.add(form);
            constants.add(constant);
        }
        return false;
    }

    int length() {
        return length;
    }

    /** The abbreviation of this code, or -1. */
    int find(long code) {
        boolean isInPlace = code > 0 && code <= codes.size() && codes.get((int) code - 1) == code;
        return isInPlace ? (int) code - 1 : elsewhere.getOrDefault(code, -1);
    }

    int tag(int abbrev) {
        return tags.get(abbrev);
    }

    boolean hasChildren(int abbrev) {
        return children.get(abbrev) != 0;
    }

    /** Its attributes are those numbered from here to {@code firstAttribute(abbrev + 1)}. */
    int firstAttribute(int abbrev) {
        return firstAttribute.get(abbrev);
    }

    int attribute(int i) {
        return attributes.get(i);
    }

    int form(int i) {
        return forms.get(i);
    }

    /** The value of an attribute of form DW_FORM_implicit_const. */
    long constant(int i) {
        return constants.get(i);
    }

    int count() {
        return tags.size();
    }

    /**
     * For quick skipping: bytes of an entry where all its forms have a fixed size, else a negative number, which is
     * {@link Forms#UNKNOWN} where an entry cannot be read at all.
     */
    int[] fixedSizes(UnitHeader unit) {
        int[] sizes = new int[count()];
        Arrays.setAll(sizes, abbrev -> {
            int total = 0;
            for (int i = firstAttribute(abbrev); i < firstAttribute(abbrev + 1); i++) {
                int size = Forms.fixedSize(form(i), unit);
                if (size == Forms.UNKNOWN) {
                    return size;
                }
                total = size < 0 || total < 0 ? -1 : total + size;
            }
            return total;
        });
        return sizes;
    }

    /** Bytes before an entry's DW_AT_sibling of 4 bytes, where those have a fixed size, else -1. */
    int[] siblingOffsets(UnitHeader unit) {
        int[] offsets = new int[count()];
        Arrays.setAll(offsets, abbrev -> {
            int before = 0;
            for (int i = firstAttribute(abbrev); i < firstAttribute(abbrev + 1); i++) {
                if (attribute(i) == Dw.AT_SIBLING) {
                    return form(i) == Dw.FORM_REF4 ? before : -1;
                }
                int size = Forms.fixedSize(form(i), unit);
                if (size < 0) {
                    return -1;
                }
                before += size;
            }
            return -1;
        });
        return offsets;
    }
}
