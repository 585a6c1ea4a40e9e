package org.klpls.core.dwarf;

/**
 * What one unit tells, in columns. A sub is an entry of a function, of which a function may have several: its definition
 * in the source, declarations, and one for each code that was made of it.
 */
final class UnitFunctions {
    static final int DECLARATION = 1;
    static final int EXTERNAL = 2;

    private final FileTable files;

    /** Per sub: its place in .debug_info, which ascends. */
    final LongList subs = new LongList();
    /** Per sub: a reference to its name. */
    final LongList names = new LongList();
    /** Per sub: number of its file, or -1. */
    final IntList fileNumbers = new IntList();
    final IntList lines = new IntList();
    final IntList flags = new IntList();
    /** Per sub: the place of the entry that it completes, or -1. */
    final LongList origins = new LongList();

    /** Per code: its sub, by number. */
    final IntList codeSubs = new IntList();
    final IntList codeFirstRanges = new IntList();
    final IntList codeRangeCounts = new IntList();

    /** Per inline copy: place of the entry of the function that was copied. */
    final LongList copyOrigins = new LongList();
    /** Per copy: the code that it stands in. */
    final IntList copyCodes = new IntList();
    /** Per copy: the copy that it stands in, or -1. */
    final IntList copyParents = new IntList();
    /** Per copy: line of the call. */
    final IntList copyLines = new IntList();
    final IntList copyFirstRanges = new IntList();
    final IntList copyRangeCounts = new IntList();

    /** Start and end of each range. */
    final LongList ranges = new LongList();

    /** Per call: place of the entry of the function that is called. */
    final LongList callOrigins = new LongList();
    /** Per call: the code that it is in. */
    final IntList callCodes = new IntList();

    UnitFunctions(FileTable files) {
        this.files = files;
    }

    /** The path of a sub's file, or an empty one. */
    String file(int sub) {
        return files.path(fileNumbers.get(sub)).orElse("");
    }

    boolean has(int sub, int flag) {
        return (flags.get(sub) & flag) != 0;
    }
}
