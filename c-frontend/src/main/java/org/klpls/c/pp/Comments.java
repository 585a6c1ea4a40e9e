package org.klpls.c.pp;

import org.klpls.c.text.LineMap;

/** Finds where comments end, and the splices that may stand anywhere. */
final class Comments {
    private final char[] chars;
    private final int length;
    private final boolean lineComments;
    private boolean unterminated;
    /** No comment that begins from here on is closed. */
    private int unclosedFrom = Integer.MAX_VALUE;

    /**
     * @param chars the text, followed by at least four NULs
     * @param lineComments whether {@code //} begins one
     */
    Comments(char[] chars, int length, boolean lineComments) {
        this.chars = chars;
        this.length = length;
        this.lineComments = lineComments;
    }

    /** Whether the text ended inside of the comment that was looked for last. */
    boolean unterminated() {
        return unterminated;
    }

    /** End of a run of backslash, optional blanks and new line at an offset; the offset itself if there is none. */
    static int splice(char[] chars, int at) {
        int end = at;
        while (chars[end] == '\\') {
            int newline = end + 1;
            while (isBlank(chars[newline])) {
                newline++;
            }
            if (!LineMap.endsLine(chars[newline])) {
                break;
            }
            end = chars[newline] == '\r' && chars[newline + 1] == '\n' ? newline + 2 : newline + 1;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u000b';
    }

    /** End of the comment that begins at a slash; the slash itself if none does. One that nothing ends is taken for a line. */
    int end(int at) {
        unterminated = false;
        int second = splice(chars, at + 1);
        if (chars[second] == '*') {
            for (int i = second + 1; i < length && at < unclosedFrom; i++) {
                if (chars[i] == '*' && chars[splice(chars, i + 1)] == '/') {
                    return splice(chars, i + 1) + 1;
                }
            }
            unterminated = true;
            unclosedFrom = at;
            return endOfUnclosed(second);
        }
        return lineComments && chars[second] == '/' ? endOfLine(second) : at;
    }

    /** The line, and those after it that begin with a star, as the lines of comments do. */
    private int endOfUnclosed(int at) {
        int end = endOfLine(at);
        while (end < length) {
            int next = end + 1;
            while (isBlank(chars[next])) {
                next++;
            }
            if (chars[next] != '*') {
                return end;
            }
            end = endOfLine(next);
        }
        return end;
    }

    /** The end of the line that an offset is in; a spliced one goes on. */
    int endOfLine(int at) {
        int end = at;
        while (end < length && !LineMap.endsLine(chars[end])) {
            int after = chars[end] == '\\' ? splice(chars, end) : end;
            end = after > end ? after : end + 1;
        }
        return end;
    }
}
