package org.klpls.c.text;

import java.util.Arrays;

/**
 * Where the lines of a text begin. Lines end at LF, CR LF or CR, as in LSP and gcc. They are looked for when they are first asked
 * for: few headers ever are. Immutable in effect; safe for all threads.
 */
public final class LineMap {
    private static final int[] NOT_YET = {};

    private final CharSequence text;
    private volatile int[] found = NOT_YET;

    private LineMap(CharSequence text) {
        this.text = text;
    }

    public static LineMap of(CharSequence text) {
        return new LineMap(text);
    }

    /** Two threads may both look: they find the same. */
    private int[] starts() {
        int[] starts = found;
        if (starts.length == 0) {
            starts = find(text);
            found = starts;
        }
        return starts;
    }

    private static int[] find(CharSequence text) {
        int[] starts = new int[Math.max(16, text.length() / 24)];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (ends) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    public int lines() {
        return starts().length;
    }

    /** Whether this is the end of a line; CR LF is one end of two characters. */
    public static boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }

    /** Line and character of an offset; an offset past the end is the end. */
    public Position position(int offset) {
        int[] starts = starts();
        int clamped = Math.clamp(offset, 0, text.length());
        int at = Arrays.binarySearch(starts, clamped);
        int line = at >= 0 ? at : -at - 2;
        return new Position(line, clamped - starts[line]);
    }

    /** Offset of a position; characters past a line's end clamp to it, lines past the end clamp to the end. */
    public int offset(Position position) {
        int[] starts = starts();
        if (position.line() >= starts.length) {
            return text.length();
        }
        int end = position.line() + 1 < starts.length ? starts[position.line() + 1] - 1 : text.length();
        return Math.min(starts[position.line()] + position.character(), Math.max(end, starts[position.line()]));
    }

    /** Offset at which a 0-based line begins. */
    public int start(int line) {
        return starts()[line];
    }
}
