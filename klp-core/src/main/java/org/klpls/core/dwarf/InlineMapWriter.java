package org.klpls.core.dwarf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.klpls.core.elf.ElfBytes;

/** Puts what all units tell into the columns of an {@link InlineMap}. */
final class InlineMapWriter {
    private static final long MOST_APART = 0xffff_ffffL;

    private final List<UnitFunctions> units;
    private final SourceFunctions source;
    private final Map<InlineMap.Column, int[]> columns = new HashMap<>();
    /** Per unit: number of its first code among all, and of its first copy. */
    private final int[] firstCode;
    private final int[] firstCopy;

    private InlineMapWriter(List<UnitFunctions> units, SourceFunctions source) {
        this.units = units;
        this.source = source;
        firstCode = new int[units.size() + 1];
        firstCopy = new int[units.size() + 1];
    }

    /** @param units in the order of their places, each with at least one sub */
    static ElfBytes write(DwarfSections sections, List<UnitFunctions> units) {
        return new InlineMapWriter(units, SourceFunctions.of(sections, units)).write();
    }

    private ElfBytes write() {
        for (int u = 0; u < units.size(); u++) {
            firstCode[u + 1] = firstCode[u] + units.get(u).codeSubs.size();
            firstCopy[u + 1] = firstCopy[u] + units.get(u).copyCodes.size();
        }
        Integer[] order = source.ordered();
        int[] rank = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        byte[] pool = functions(order);
        long base = base();
        Grouping codes = Grouping.of(order.length, codeFunctions(rank));
        codes(codes, base);
        copies(codes, rank, base);
        calls(codes, rank);
        return assembled(base, pool);
    }

    private byte[] functions(Integer[] order) {
        Pool pool = new Pool();
        int[] names = new int[order.length];
        int[] files = new int[order.length];
        int[] lines = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            SourceFunctions.Function function = source.functions().get(order[i]);
            names[i] = pool.offset(function.name());
            files[i] = function.file().isEmpty() ? -1 : pool.offset(function.file());
            lines[i] = function.line();
        }
        columns.put(InlineMap.Column.FUNCTION_NAME, names);
        columns.put(InlineMap.Column.FUNCTION_FILE, files);
        columns.put(InlineMap.Column.FUNCTION_LINE, lines);
        return pool.toBytes();
    }

    /** The lowest address of all: others are told as distances from it. */
    private long base() {
        long base = -1;
        for (UnitFunctions unit : units) {
            for (int i = 0; i < unit.ranges.size(); i += 2) {
                long start = unit.ranges.get(i);
                base = Long.compareUnsigned(start, base) < 0 ? start : base;
            }
        }
        return base;
    }

    /** The function of each code, or -1. */
    private int[] codeFunctions(int[] rank) {
        int[] functions = new int[firstCode[units.size()]];
        for (int u = 0; u < units.size(); u++) {
            UnitFunctions unit = units.get(u);
            for (int i = 0; i < unit.codeSubs.size(); i++) {
                int function = source.ofSub(u, unit.codeSubs.get(i));
                functions[firstCode[u] + i] = function < 0 ? -1 : rank[function];
            }
        }
        return functions;
    }

    /** Things by the group that they belong to, in the order that they had; those of group -1 are left out. */
    private record Grouping(int[] first, int[] members, int[] positions) {
        static Grouping of(int groups, int[] groupOf) {
            int[] first = new int[groups + 1];
            for (int group : groupOf) {
                if (group >= 0) {
                    first[group + 1]++;
                }
            }
            for (int i = 0; i < groups; i++) {
                first[i + 1] += first[i];
            }
            int[] next = Arrays.copyOf(first, groups);
            int[] members = new int[first[groups]];
            int[] positions = new int[groupOf.length];
            for (int i = 0; i < groupOf.length; i++) {
                positions[i] = groupOf[i] < 0 ? -1 : next[groupOf[i]]++;
                if (positions[i] >= 0) {
                    members[positions[i]] = i;
                }
            }
            return new Grouping(first, members, positions);
        }
    }

    private int unitOf(int[] first, int number) {
        int at = Arrays.binarySearch(first, number);
        // Of units with nothing of the kind, the last one that begins here has the number.
        if (at < 0) {
            return -at - 2;
        }
        while (at + 1 < units.size() && first[at + 1] == number) {
            at++;
        }
        return at;
    }

    private void codes(Grouping codes, long base) {
        columns.put(InlineMap.Column.FUNCTION_FIRST_CODE, codes.first());
        int count = codes.members().length;
        int[] functions = new int[count];
        for (int f = 0; f < codes.first().length - 1; f++) {
            Arrays.fill(functions, codes.first()[f], codes.first()[f + 1], f);
        }
        columns.put(InlineMap.Column.CODE_FUNCTION, functions);
        int[] firstRange = new int[count + 1];
        Ranges ranges = new Ranges(base);
        IntList rangeCodes = new IntList();
        for (int i = 0; i < count; i++) {
            int u = unitOf(firstCode, codes.members()[i]);
            int local = codes.members()[i] - firstCode[u];
            UnitFunctions unit = units.get(u);
            ranges.addAll(unit, unit.codeFirstRanges.get(local), unit.codeRangeCounts.get(local));
            while (rangeCodes.size() < ranges.size()) {
                rangeCodes.add(i);
            }
            firstRange[i + 1] = ranges.size();
        }
        columns.put(InlineMap.Column.CODE_FIRST_RANGE, firstRange);
        columns.put(InlineMap.Column.CODE_RANGE_START, ranges.starts());
        columns.put(InlineMap.Column.CODE_RANGE_LENGTH, ranges.lengths());
        byStart(ranges.starts(), rangeCodes.toArray());
    }

    private void byStart(int[] starts, int[] codes) {
        long[] keys = new long[starts.length];
        Arrays.setAll(keys, i -> (starts[i] & 0xffff_ffffL) << 31 | i);
        Arrays.sort(keys);
        IntUnaryOperator range = i -> (int) (keys[i] & 0x7fff_ffff);
        int[] sorted = new int[starts.length];
        int[] sortedCodes = new int[starts.length];
        Arrays.setAll(sorted, range);
        Arrays.setAll(sortedCodes, i -> codes[sorted[i]]);
        columns.put(InlineMap.Column.SORTED_RANGE, sorted);
        columns.put(InlineMap.Column.SORTED_CODE, sortedCodes);
    }

    private void copies(Grouping codes, int[] rank, long base) {
        int all = firstCopy[units.size()];
        int[] functions = new int[all];
        for (int u = 0; u < units.size(); u++) {
            UnitFunctions unit = units.get(u);
            for (int i = 0; i < unit.copyCodes.size(); i++) {
                int code = codes.positions()[firstCode[u] + unit.copyCodes.get(i)];
                int function = code < 0 ? -1 : source.at(unit.copyOrigins.get(i));
                functions[firstCopy[u] + i] = function < 0 ? -1 : rank[function];
            }
        }
        Grouping copies = Grouping.of(rank.length, functions);
        int count = copies.members().length;
        int[] copyCodes = new int[count];
        int[] parents = new int[count];
        int[] lines = new int[count];
        int[] firstRange = new int[count + 1];
        Ranges ranges = new Ranges(base);
        for (int i = 0; i < count; i++) {
            int u = unitOf(firstCopy, copies.members()[i]);
            int local = copies.members()[i] - firstCopy[u];
            UnitFunctions unit = units.get(u);
            int parent = unit.copyParents.get(local);
            copyCodes[i] = codes.positions()[firstCode[u] + unit.copyCodes.get(local)];
            parents[i] = parent < 0 ? -1 : copies.positions()[firstCopy[u] + parent];
            lines[i] = unit.copyLines.get(local);
            ranges.addAll(unit, unit.copyFirstRanges.get(local), unit.copyRangeCounts.get(local));
            firstRange[i + 1] = ranges.size();
        }
        columns.put(InlineMap.Column.FUNCTION_FIRST_COPY, copies.first());
        columns.put(InlineMap.Column.COPY_CODE, copyCodes);
        columns.put(InlineMap.Column.COPY_PARENT, parents);
        columns.put(InlineMap.Column.COPY_LINE, lines);
        columns.put(InlineMap.Column.COPY_FIRST_RANGE, firstRange);
        columns.put(InlineMap.Column.COPY_RANGE_START, ranges.starts());
        columns.put(InlineMap.Column.COPY_RANGE_LENGTH, ranges.lengths());
    }

    /** Each code once for each function that it calls. */
    private void calls(Grouping codes, int[] rank) {
        LongList edges = new LongList();
        for (int u = 0; u < units.size(); u++) {
            UnitFunctions unit = units.get(u);
            for (int i = 0; i < unit.callCodes.size(); i++) {
                int code = codes.positions()[firstCode[u] + unit.callCodes.get(i)];
                int function = code < 0 ? -1 : source.at(unit.callOrigins.get(i));
                if (function >= 0) {
                    edges.add((long) rank[function] << 32 | code);
                }
            }
        }
        long[] sorted = edges.toArray();
        Arrays.sort(sorted);
        int[] first = new int[rank.length + 1];
        IntList callers = new IntList();
        IntList times = new IntList();
        for (int i = 0; i < sorted.length;) {
            int end = i + 1;
            while (end < sorted.length && sorted[end] == sorted[i]) {
                end++;
            }
            first[(int) (sorted[i] >>> 32) + 1]++;
            callers.add((int) sorted[i]);
            times.add(end - i);
            i = end;
        }
        for (int i = 0; i < rank.length; i++) {
            first[i + 1] += first[i];
        }
        columns.put(InlineMap.Column.FUNCTION_FIRST_CALL, first);
        columns.put(InlineMap.Column.CALL_CODE, callers.toArray());
        columns.put(InlineMap.Column.CALL_TIMES, times.toArray());
    }

    /** Ranges as distances from a base, and lengths. What is too far away to be told so is left out: no kernel has it. */
    private static final class Ranges {
        private final long base;
        private final IntList starts = new IntList();
        private final IntList lengths = new IntList();

        Ranges(long base) {
            this.base = base;
        }

        void addAll(UnitFunctions unit, int first, int count) {
            for (int i = first; i < first + count; i++) {
                long start = unit.ranges.get(2 * i) - base;
                long length = unit.ranges.get(2 * i + 1) - unit.ranges.get(2 * i);
                if (start >= 0 && start <= MOST_APART && length > 0 && length <= MOST_APART) {
                    starts.add((int) start);
                    lengths.add((int) length);
                }
            }
        }

        int size() {
            return starts.size();
        }

        int[] starts() {
            return starts.toArray();
        }

        int[] lengths() {
            return lengths.toArray();
        }
    }

    /** Strings, each once: length in 2 bytes, then latin-1. */
    private static final class Pool {
        private final Map<String, Integer> offsets = new HashMap<>();
        private final List<byte[]> strings = new ArrayList<>();
        private int size;

        int offset(String text) {
            return offsets.computeIfAbsent(text, this::added);
        }

        private int added(String text) {
            byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
            byte[] told = latin.length > 0xffff ? Arrays.copyOf(latin, 0xffff) : latin;
            strings.add(told);
            int offset = size;
            size += 2 + told.length;
            return offset;
        }

        byte[] toBytes() {
            ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
            strings.forEach(s -> out.putShort((short) s.length).put(s));
            return out.array();
        }
    }

    private ElfBytes assembled(long base, byte[] pool) {
        InlineMap.Column[] all = InlineMap.Column.values();
        long size = (long) InlineMap.headerSize() + pool.length;
        for (InlineMap.Column column : all) {
            size += 4L * columns.getOrDefault(column, new int[0]).length;
        }
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(InlineMap.VERSION).putInt(pool.length).putLong(base);
        for (InlineMap.Column column : all) {
            out.putInt(columns.getOrDefault(column, new int[0]).length);
        }
        for (InlineMap.Column column : all) {
            int[] values = columns.getOrDefault(column, new int[0]);
            out.asIntBuffer().put(values);
            out.position(out.position() + 4 * values.length);
        }
        return ElfBytes.of(out.put(pool).array());
    }
}
