package org.klpls.core.dwarf;

import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/**
 * The source files that the entries of a unit name by number: the head of its line table. Source: DWARF Version 5, 6.2.4.
 */
final class FileTable {
    private final DwarfSections sections;
    private final LongList folders;
    private final LongList names;
    private final IntList folderOf;
    private final int first;
    private final String compDir;

    /** @param folders as names, by references into the sections */
    private FileTable(DwarfSections sections, LongList folders, LongList names, IntList folderOf, int first,
            String compDir) {
        this.sections = sections;
        this.folders = folders;
        this.names = names;
        this.folderOf = folderOf;
        this.first = first;
        this.compDir = compDir;
    }

    static FileTable empty(DwarfSections sections) {
        return new FileTable(sections, new LongList(), new LongList(), new IntList(), 1, "");
    }

    /**
     * The table at this offset of .debug_line; empty where it cannot be read.
     *
     * @param compDir the folder that gcc ran in
     */
    static FileTable read(DwarfSections sections, long offset, String compDir, Budget budget) {
        ElfBytes line = sections.line();
        if (!line.holds(offset, 4)) {
            return empty(sections);
        }
        boolean is64 = line.u32(offset) == 0xffff_ffffL;
        int lengthSize = is64 ? 12 : 4;
        if (!line.holds(offset, lengthSize)) {
            return empty(sections);
        }
        long length = is64 ? line.u64(offset + 4) : line.u32(offset);
        long unitStart = offset + lengthSize;
        int wordSize = is64 ? 8 : 4;
        boolean isSound = line.holds(unitStart, length) && length >= 2 + 2 + wordSize;
        if (!isSound) {
            return empty(sections);
        }
        int version = line.u16(unitStart);
        int before = version >= 5 ? 4 : 2;
        long headerLength = is64 ? line.u64(unitStart + before) : line.u32(unitStart + before);
        long size = before + wordSize + headerLength;
        if (version < 2 || version > 5 || headerLength < 0 || headerLength > length - before - wordSize
                || size > Integer.MAX_VALUE - 8 || !budget.take(size)) {
            return empty(sections);
        }
        Cursor in = new Cursor(line.slice(unitStart, size).toArray(), before + wordSize);
        return new Header(in, sections, unitStart, version, wordSize).table(compDir);
    }

    /** Relative to the folder that gcc ran in where it lies below; without . and .. where that can be. */
    Optional<String> path(long number) {
        long i = number - first;
        if (i < 0 || i >= names.size()) {
            return Optional.empty();
        }
        String name = sections.string(names.get((int) i));
        int folder = folderOf.get((int) i);
        boolean isBelow = folder > 0 && folder < folders.size() && !name.startsWith("/");
        String whole = isBelow ? sections.string(folders.get(folder)) + "/" + name : name;
        String told = !compDir.isEmpty() && whole.startsWith(compDir + "/")
                ? whole.substring(compDir.length() + 1)
                : whole;
        return told.isEmpty() ? Optional.empty() : Optional.of(SourcePaths.normalized(told));
    }

    /** Reads what stands in the head, one after the other. */
    private static final class Header {
        private final Cursor in;
        private final DwarfSections sections;
        private final long start;
        private final int version;
        private final int wordSize;

        Header(Cursor in, DwarfSections sections, long start, int version, int wordSize) {
            this.in = in;
            this.sections = sections;
            this.start = start;
            this.version = version;
            this.wordSize = wordSize;
        }

        FileTable table(String compDir) {
            in.skip(1); // minimum_instruction_length
            in.skip(version >= 4 ? 1 : 0); // maximum_operations_per_instruction
            in.skip(3); // default_is_stmt, line_base, line_range
            int opcodeBase = in.u8();
            in.skip(Math.max(0, opcodeBase - 1));
            return version >= 5 ? tableOf5(compDir) : tableOf4(compDir);
        }

        private FileTable tableOf4(String compDir) {
            LongList folders = new LongList();
            folders.add(DwarfSections.NO_STRING);
            while (hasString()) {
                folders.add(string());
            }
            LongList names = new LongList();
            IntList folderOf = new IntList();
            while (hasString()) {
                names.add(string());
                folderOf.add(number(in.uleb()));
                in.uleb();
                in.uleb();
            }
            return new FileTable(sections, folders, names, folderOf, 1, compDir);
        }

        /** False at the empty string that ends a list: the cursor goes past it. */
        private boolean hasString() {
            if (!in.hasMore() || sections.line().u8(start + in.at()) == 0) {
                in.u8();
                return false;
            }
            return true;
        }

        private long string() {
            long at = start + in.at();
            in.skipString();
            return in.isOverrun() ? DwarfSections.NO_STRING : DwarfSections.inLine(at);
        }

        private FileTable tableOf5(String compDir) {
            LongList folders = new LongList();
            entries(folders, new IntList());
            LongList names = new LongList();
            IntList folderOf = new IntList();
            entries(names, folderOf);
            return new FileTable(sections, folders, names, folderOf, 0, compDir);
        }

        /** Entries of the form that stands in front of them. */
        private void entries(LongList paths, IntList folderOf) {
            int count = in.u8();
            long[] formats = new long[2 * count];
            for (int i = 0; i < formats.length; i++) {
                formats[i] = in.uleb();
            }
            long entries = in.uleb();
            // An entry without a form takes no bytes: then a count that lies would not end.
            for (long i = 0; i < entries && count > 0 && in.hasMore(); i++) {
                int from = in.at();
                entry(formats, paths, folderOf);
                if (in.at() == from) {
                    return;
                }
            }
        }

        private void entry(long[] formats, LongList paths, IntList folderOf) {
            long path = DwarfSections.NO_STRING;
            int folder = 0;
            for (int i = 0; i < formats.length; i += 2) {
                int form = (int) formats[i + 1];
                switch ((int) formats[i]) {
                    case Dw.LNCT_PATH -> path = path(form);
                    case Dw.LNCT_DIRECTORY_INDEX -> folder = number(Forms.number(in, form, unit()));
                    default -> Forms.skip(in, form, unit());
                }
            }
            paths.add(path);
            folderOf.add(folder);
        }

        private long path(int form) {
            return switch (form) {
                case Dw.FORM_STRING -> string();
                case Dw.FORM_LINE_STRP -> DwarfSections.inLineStr(in.word(wordSize));
                case Dw.FORM_STRP -> DwarfSections.inStr(in.word(wordSize));
                default -> {
                    Forms.skip(in, form, unit());
                    yield DwarfSections.NO_STRING;
                }
            };
        }

        /** Forms are as wide as in a unit of this kind. */
        private UnitHeader unit() {
            return new UnitHeader(0, 0, 0, version, Dw.UT_COMPILE, 0, Long.BYTES, wordSize);
        }

        private static int number(long value) {
            return value < 0 || value > Integer.MAX_VALUE ? -1 : (int) value;
        }
    }
}
