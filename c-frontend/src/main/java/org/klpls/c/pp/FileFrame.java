package org.klpls.c.pp;

import java.util.Arrays;
import java.util.Optional;

/** A file while it is being read. */
final class FileFrame {
    private static final int IN_GROUP = 0;
    private static final int AFTER_ELSE = 1;

    final LexedFile file;
    final long[] tokens;
    final int base;
    /** The base, where a {@link RawToken} has its location. */
    final long shift;
    final String name;
    /** Index of the search folder it was found in; -1 if it was found in none. */
    final int folder;
    /** Empty for a file that no other one includes. */
    final Optional<FileFrame> includer;
    int position;
    int limit;
    /** What #line changed: the name that the file calls itself, and what to add to its line numbers. */
    String presumedName;
    long lineDelta;

    private int[] conditions = new int[16];
    private int open;

    FileFrame(IncludeSearch.Found found, int base, Optional<FileFrame> includer) {
        this.file = found.file();
        this.tokens = file.tokens;
        this.base = base;
        this.shift = (long) base << 32;
        this.name = found.name();
        this.folder = found.folder();
        this.includer = includer;
        this.limit = tokens.length;
        this.presumedName = name;
    }

    /** An #if, #ifdef or #ifndef was met. */
    void openCondition(int directive) {
        if (open == conditions.length) {
            conditions = Arrays.copyOf(conditions, open * 2);
        }
        conditions[open++] = directive << 1 | IN_GROUP;
    }

    void closeCondition() {
        open--;
    }

    boolean inCondition() {
        return open > 0;
    }

    /** Directive index of the innermost open #if. */
    int condition() {
        return conditions[open - 1] >> 1;
    }

    boolean afterElse() {
        return (conditions[open - 1] & 1) == AFTER_ELSE;
    }

    void markElse() {
        conditions[open - 1] |= AFTER_ELSE;
    }

    /** Goes on in a newer text where the preamble of an older one ended. */
    void resume(int[] olderConditions, int olderPosition, String olderName, long olderLineDelta) {
        restoreConditions(olderConditions);
        position = olderPosition;
        presumedName = olderName;
        lineDelta = olderLineDelta;
    }

    /** The directive that opened a group, of {@link #conditions}. */
    static int directive(int condition) {
        return condition >> 1;
    }

    static int movedBy(int directives, int condition) {
        return condition + (directives << 1);
    }

    int[] conditions() {
        return Arrays.copyOf(conditions, open);
    }

    void restoreConditions(int[] saved) {
        conditions = Arrays.copyOf(saved, Math.max(16, saved.length));
        open = saved.length;
    }
}
