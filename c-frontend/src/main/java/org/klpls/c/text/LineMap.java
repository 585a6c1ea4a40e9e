package org.klpls.c.text;

import java.util.Arrays;

/** Where the lines of a text begin. Lines end at LF, CR LF or CR, as in LSP and gcc. */
public final class LineMap {
    private final int[] starts;
    private final int length;

    private LineMap(int[] starts, int length) {
        this.starts = starts;
        this.length = length;
    }

    public static LineMap of(CharSequence text) {
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
        return new LineMap(Arrays.copyOf(starts, lines), text.length());
    }

    public int lines() {
        return starts.length;
    }

    /** Whether this is the end of a line; CR LF is one end of two characters. */
    public static boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }

    /** Line and character of an offset; an offset past the end is the end. */
    public Position position(int offset) {
        int clamped = Math.clamp(offset, 0, length);
        int found = Arrays.binarySearch(starts, clamped);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line, clamped - starts[line]);
    }

    /** Offset of a position; characters past a line's end clamp to it, lines past the end clamp to the end. */
    public int offset(Position position) {
        if (position.line() >= starts.length) {
            return length;
        }
        int end = position.line() + 1 < starts.length ? starts[position.line() + 1] - 1 : length;
        return Math.min(starts[position.line()] + position.character(), Math.max(end, starts[position.line()]));
    }

    /** Offset at which a 0-based line begins. */
    public int start(int line) {
        return starts[line];
    }
}
