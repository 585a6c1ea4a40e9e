package org.klpls.core.dwarf;

import java.util.Optional;
import java.util.stream.IntStream;
import org.klpls.core.elf.ElfBytes;

/**
 * What the compiler made of the functions of one image: code of their own, copies inside other code, calls. Functions, codes
 * and copies are known by numbers. All of it stays in the bytes that it was read from; what lies there is not believed: a number
 * out of bounds is answered as "none".
 *
 * <p>Layout, little-endian: version and length of the strings in 4 bytes each, the base of all addresses in 8; for each column its
 * count in 4; the columns, 4 bytes a value; the strings.
 */
public final class InlineMap {
    /** Raised whenever the columns change in meaning. */
    public static final int VERSION = 1;

    /** Their order is part of the format. */
    enum Column {
        /** Per function: its name among the strings. Functions are sorted by name, file and line. */
        FUNCTION_NAME,
        /** Per function: its file among the strings, or -1. */
        FUNCTION_FILE, FUNCTION_LINE,
        /** Per function, and one more: its first code. */
        FUNCTION_FIRST_CODE, FUNCTION_FIRST_COPY, FUNCTION_FIRST_CALL,
        /** Per code. */
        CODE_FUNCTION,
        /** Per code, and one more. */
        CODE_FIRST_RANGE,
        /** Per range of a code: distance from the base. */
        CODE_RANGE_START, CODE_RANGE_LENGTH,
        /** Ranges of codes by start. */
        SORTED_RANGE, SORTED_CODE,
        /** Per copy: the code that it stands in. */
        COPY_CODE,
        /** Per copy: the copy that it stands in, or -1. */
        COPY_PARENT,
        /** Per copy: the line of the call. */
        COPY_LINE,
        /** Per copy, and one more. */
        COPY_FIRST_RANGE, COPY_RANGE_START, COPY_RANGE_LENGTH,
        /** Per call: the code that it is in. */
        CALL_CODE,
        /** Per call: how often it stands there. */
        CALL_TIMES
    }

    private final ElfBytes bytes;
    private final long base;
    private final long[] begins;
    private final int[] counts;
    private final ElfBytes pool;

    private InlineMap(ElfBytes bytes, long base, long[] begins, int[] counts, ElfBytes pool) {
        this.bytes = bytes;
        this.base = base;
        this.begins = begins;
        this.counts = counts;
        this.pool = pool;
    }

    static int headerSize() {
        return 16 + 4 * Column.values().length;
    }

    /** The map in these bytes; empty where they are not in the layout of this version. */
    public static Optional<InlineMap> of(ElfBytes bytes) {
        if (!bytes.holds(0, headerSize()) || bytes.u32(0) != VERSION) {
            return Optional.empty();
        }
        int columns = Column.values().length;
        long[] begins = new long[columns];
        int[] counts = new int[columns];
        long at = headerSize();
        for (int i = 0; i < columns; i++) {
            long count = bytes.u32(16 + 4L * i);
            if (count > Integer.MAX_VALUE || !bytes.holds(at, 4 * count)) {
                return Optional.empty();
            }
            begins[i] = at;
            counts[i] = (int) count;
            at += 4 * count;
        }
        long poolLength = bytes.u32(4);
        return bytes.holds(at, poolLength)
                ? Optional.of(new InlineMap(bytes, bytes.u64(8), begins, counts, bytes.slice(at, poolLength)))
                : Optional.empty();
    }

    /** To be kept, and opened again by {@link #of}. */
    public ElfBytes bytes() {
        return bytes;
    }

    private int count(Column column) {
        return counts[column.ordinal()];
    }

    /** The i-th value; -1 where there is none. */
    private int value(Column column, int i) {
        return i < 0 || i >= count(column) ? -1 : bytes.s32(begins[column.ordinal()] + 4L * i);
    }

    /** The numbers from the i-th value to the next one, inside of what there is of a column. */
    private IntStream between(Column firsts, int i, Column of) {
        int first = Math.max(0, value(firsts, i));
        int end = Math.min(count(of), value(firsts, i + 1));
        return IntStream.range(first, Math.max(first, end));
    }

    private String string(int offset) {
        if (offset < 0 || !pool.holds(offset, 2) || !pool.holds(offset + 2L, pool.u16(offset))) {
            return "";
        }
        return pool.text(offset + 2L, pool.u16(offset));
    }

    public int functions() {
        return count(Column.FUNCTION_NAME);
    }

    public String name(int function) {
        return string(value(Column.FUNCTION_NAME, function));
    }

    /** Where it is defined; empty where that is not told. */
    public Optional<String> file(int function) {
        return Optional.of(string(value(Column.FUNCTION_FILE, function))).filter(f -> !f.isEmpty());
    }

    public int line(int function) {
        return Math.max(0, value(Column.FUNCTION_LINE, function));
    }

    /** The functions of a name. */
    public IntStream named(String name) {
        int low = 0;
        int high = functions();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (name(middle).compareTo(name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return IntStream.range(low, functions()).takeWhile(f -> name(f).equals(name));
    }

    /** The codes that were made of a function. */
    public IntStream codes(int function) {
        return between(Column.FUNCTION_FIRST_CODE, function, Column.CODE_FUNCTION);
    }

    /** The function that a code was made of. */
    public int function(int code) {
        return value(Column.CODE_FUNCTION, code);
    }

    /** The parts of a code; the first one is where it is entered. */
    public IntStream codeRanges(int code) {
        return between(Column.CODE_FIRST_RANGE, code, Column.CODE_RANGE_START);
    }

    /** The address where a range of {@link #codeRanges} begins. */
    public long codeRangeStart(int range) {
        return base + (value(Column.CODE_RANGE_START, range) & 0xffff_ffffL);
    }

    public long codeRangeLength(int range) {
        return value(Column.CODE_RANGE_LENGTH, range) & 0xffff_ffffL;
    }

    /** The code that the byte at an address is part of, or -1. */
    public int codeAt(long address) {
        int low = 0;
        int high = count(Column.SORTED_RANGE) - 1;
        int found = -1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(codeRangeStart(value(Column.SORTED_RANGE, middle)), address) <= 0) {
                found = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        int range = value(Column.SORTED_RANGE, found);
        boolean isInside = range >= 0 && address - codeRangeStart(range) < codeRangeLength(range);
        return isInside ? value(Column.SORTED_CODE, found) : -1;
    }

    /** The inline copies of a function. */
    public IntStream copies(int function) {
        return between(Column.FUNCTION_FIRST_COPY, function, Column.COPY_CODE);
    }

    /** The code that a copy stands in, however deep in other copies. */
    public int copyCode(int copy) {
        return value(Column.COPY_CODE, copy);
    }

    /** The copy that a copy stands in, or -1. */
    public int copyParent(int copy) {
        return value(Column.COPY_PARENT, copy);
    }

    /** The line of the call that became this copy. */
    public int copyLine(int copy) {
        return value(Column.COPY_LINE, copy);
    }

    public IntStream copyRanges(int copy) {
        return between(Column.COPY_FIRST_RANGE, copy, Column.COPY_RANGE_START);
    }

    public long copyRangeStart(int range) {
        return base + (value(Column.COPY_RANGE_START, range) & 0xffff_ffffL);
    }

    public long copyRangeLength(int range) {
        return value(Column.COPY_RANGE_LENGTH, range) & 0xffff_ffffL;
    }

    /** The calls of a function, each standing for all those in one code. */
    public IntStream calls(int function) {
        return between(Column.FUNCTION_FIRST_CALL, function, Column.CALL_CODE);
    }

    public int callCode(int call) {
        return value(Column.CALL_CODE, call);
    }

    /** How often the function is called there. */
    public int callTimes(int call) {
        return value(Column.CALL_TIMES, call);
    }
}
