package org.klpls.core.dwarf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The functions, codes, copies and calls of a file, by what llvm-dwarfdump prints of it. */
final class DumpedFunctions {
    private static final int LONGEST_CHAIN = 8;
    private static final Set<String> WANTED = Set.of("name", "linkage_name", "decl_file", "decl_line",
            "abstract_origin", "specification", "call_origin", "call_line", "declaration", "external", "low_pc",
            "high_pc");

    /** No entry: that of a line before the first one, and the function that nothing tells. */
    private static final Entry NONE = new Entry(-1, -1, "");

    /** An entry and the code and copy that it belongs to. */
    private static final class Entry {
        final long offset;
        final int depth;
        final String tag;
        final Map<String, String> attributes = new HashMap<>(8);
        final List<String> ranges = new ArrayList<>(1);
        Entry code = this;
        Entry copy = this;
        boolean hasCode;

        Entry(long offset, int depth, String tag) {
            this.offset = offset;
            this.depth = depth;
            this.tag = tag;
        }

        boolean has(String attribute) {
            return attributes.containsKey(attribute);
        }

        String text(String attribute) {
            String value = attributes.getOrDefault(attribute, "");
            return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
        }

        long number(String attribute) {
            String value = attributes.getOrDefault(attribute, "0");
            int blank = value.indexOf(' ');
            return Long.parseUnsignedLong(blank < 0 ? hexDigits(value) : hexDigits(value.substring(0, blank)),
                    value.startsWith("0x") ? 16 : 10);
        }

        private static String hexDigits(String value) {
            return value.startsWith("0x") ? value.substring(2) : value;
        }
    }

    private final boolean isLinked;
    private final Map<Long, Entry> subs = new HashMap<>();
    private final Map<String, Entry> external = new HashMap<>();
    private final List<Entry> codes = new ArrayList<>();
    private final List<Entry> copies = new ArrayList<>();
    private final List<Entry> calls = new ArrayList<>();
    /** Per copy: the copy or the code around it. */
    private final Map<Entry, Entry> parents = new HashMap<>();
    private final Deque<Entry> open = new ArrayDeque<>();

    private DumpedFunctions(boolean isLinked) {
        this.isLinked = isLinked;
    }

    /** What the program prints of this file's .debug_info. */
    static DumpedFunctions of(Path program, Path file, boolean isLinked) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), "--debug-info", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        DumpedFunctions dumped = new DumpedFunctions(isLinked);
        try (var lines = process.inputReader()) {
            Entry current = NONE;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                current = dumped.line(line, current);
            }
            dumped.finish(current);
        }
        if (process.waitFor() != 0) {
            throw new IOException(program + " fails on " + file);
        }
        return dumped;
    }

    private Entry line(String line, Entry current) {
        if (line.startsWith("0x")) {
            finish(current);
            int colon = line.indexOf(':');
            int tag = line.indexOf("DW_TAG_", colon);
            if (tag < 0) {
                return NONE;
            }
            return new Entry(Long.parseLong(line.substring(2, colon), 16), (tag - colon) / 2, line.substring(tag));
        }
        boolean isRead = current.tag.equals("DW_TAG_subprogram") || current.tag.equals("DW_TAG_inlined_subroutine")
                || current.tag.endsWith("call_site");
        if (!isRead) {
            return current;
        }
        String text = line.strip();
        // In a list of locations an expression follows the range.
        if (text.startsWith("[0x") && !text.contains(": ")) {
            current.ranges.add(range(text.replaceAll("\\)+$", "").substring(1)));
        } else if (text.startsWith("DW_AT_")) {
            int open = text.indexOf('(');
            String name = text.substring("DW_AT_".length(), open < 0 ? text.length() : open).strip();
            if (!WANTED.contains(name)) {
                return current;
            }
            current.attributes.put(name, text.substring(open + 1).replaceAll("\\)$", ""));
        }
        return current;
    }

    private static String range(String text) {
        String[] ends = text.split(", ");
        return range(Long.parseUnsignedLong(ends[0].substring(2), 16),
                Long.parseUnsignedLong(ends[1].substring(2), 16));
    }

    private static String range(long start, long end) {
        return Long.toHexString(start) + "+" + (end - start);
    }

    private void finish(Entry entry) {
        if (entry == NONE) {
            return;
        }
        while (!open.isEmpty() && open.peek().depth >= entry.depth) {
            open.pop();
        }
        Entry parent = open.peek();
        if (parent != null) {
            entry.code = parent.code;
            entry.copy = parent.copy;
            entry.hasCode = parent.hasCode;
        }
        if (entry.has("low_pc") && entry.has("high_pc")) {
            entry.ranges.add(range(entry.number("low_pc"), entry.number("high_pc")));
        }
        // What the linker threw away begins at 0; in an object file 0 is an address as any.
        entry.ranges.removeIf(r -> r.endsWith("+0") || isLinked && r.startsWith("0+"));
        switch (entry.tag) {
            case "DW_TAG_subprogram" -> sub(entry);
            case "DW_TAG_inlined_subroutine" -> copy(entry);
            case "DW_TAG_call_site", "DW_TAG_GNU_call_site" -> call(entry);
            default -> {
            }
        }
        open.push(entry);
    }

    private void sub(Entry entry) {
        subs.put(entry.offset, entry);
        entry.code = entry;
        entry.copy = entry;
        entry.hasCode = !entry.ranges.isEmpty();
        if (entry.hasCode) {
            codes.add(entry);
        }
    }

    private void copy(Entry entry) {
        if (entry.hasCode) {
            copies.add(entry);
            parents.put(entry, entry.copy);
            entry.copy = entry;
        }
    }

    private void call(Entry entry) {
        if (entry.hasCode && (entry.has("call_origin") || entry.has("abstract_origin"))) {
            calls.add(entry);
        }
    }

    private Entry definition(Entry entry, String attribute) {
        return definition(subs.getOrDefault(entry.number(attribute), NONE));
    }

    private Entry definition(Entry entry) {
        Entry at = entry;
        for (int i = 0; i < LONGEST_CHAIN && at != NONE; i++) {
            if (at.has("abstract_origin")) {
                at = subs.getOrDefault(at.number("abstract_origin"), NONE);
            } else if (at.has("specification")) {
                at = subs.getOrDefault(at.number("specification"), NONE);
            } else if (at.has("declaration")) {
                return external.getOrDefault(at.has("linkage_name") ? at.text("linkage_name") : at.text("name"), NONE);
            } else {
                return at;
            }
        }
        return at;
    }

    private String words(Entry sub) {
        Entry definition = definition(sub);
        if (!definition.has("name")) {
            return "";
        }
        String file = definition.text("decl_file");
        return definition.text("name") + " " + file.substring(file.lastIndexOf('/') + 1) + ":"
                + definition.number("decl_line");
    }

    /** Code that no function of a name was found for is left out: there is nothing to say of it. */
    private static void add(List<String> lines, String line, String... names) {
        if (List.of(names).stream().noneMatch(String::isEmpty)) {
            lines.add(line);
        }
    }

    /** A line for each code, copy and call, sorted. */
    List<String> lines() {
        for (Entry code : codes) {
            Entry function = definition(code);
            if (function.has("external") || !function.has("decl_line")) {
                external.putIfAbsent(function.text("name"), function);
            }
        }
        List<String> lines = new ArrayList<>();
        for (Entry code : codes) {
            add(lines, "code of " + words(code) + " " + code.ranges, words(code));
        }
        for (Entry copy : copies) {
            Entry function = definition(copy, "abstract_origin");
            String name = words(function);
            Entry parent = parents.getOrDefault(copy, NONE);
            boolean isNested = parent.tag.equals("DW_TAG_inlined_subroutine");
            Entry around = isNested ? definition(parent, "abstract_origin") : parent;
            String host = host(copy.code);
            add(lines, "copy of " + name + " " + copy.ranges + " for line " + copy.number("call_line") + " in "
                    + (isNested ? "copy of " + words(around) + " in " : "") + host, name, host);
        }
        for (Entry call : calls) {
            Entry function = definition(call, call.has("call_origin") ? "call_origin" : "abstract_origin");
            String name = words(function);
            add(lines, "call of " + name + " in " + host(call.code), name, host(call.code));
        }
        lines.sort(null);
        return lines;
    }

    private String host(Entry code) {
        String name = words(code);
        return name.isEmpty() ? "" : name + " at " + code.ranges.getFirst();
    }
}
