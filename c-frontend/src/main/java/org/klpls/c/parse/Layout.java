package org.klpls.c.parse;

import java.util.Optional;

import org.klpls.c.pp.SourceMap;
import org.klpls.c.pp.TokenSequence;
import org.klpls.c.text.SourceText;

/** How the author laid the text out: recovery trusts indentation where braces fail. */
final class Layout {
    private static final int TAB = 8;

    private final TokenSequence tokens;
    private final SourceMap map;
    private boolean asked;

    Layout(TokenSequence tokens, SourceMap map) {
        this.tokens = tokens;
        this.map = map;
    }

    /** From here on {@link #wasAsked} counts. */
    void begin() {
        asked = false;
    }

    boolean wasAsked() {
        return asked;
    }

    /** Whether no token stands before this one on its line. */
    boolean startsLine(int index) {
        return indentOf(index) >= 0;
    }

    /** Whether this is the first token of a line without any indentation. */
    boolean startsAtMargin(int index) {
        return indentOf(index) == 0;
    }

    /** Columns before the first token of the line that a token is on. */
    int indentOfLine(int index) {
        asked = true;
        Optional<SourceText> source = map.source(tokens.expansion(index));
        if (source.isEmpty()) {
            return 0;
        }
        String text = source.get().text();
        int start = lineStart(source.get(), map.offset(tokens.expansion(index)));
        int at = start;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return width(text, start, at);
    }

    /** Columns before a token that is the first on its line; -1 for any other. */
    int indentOf(int index) {
        asked = true;
        int location = tokens.expansion(index);
        boolean continuesCall = index > 0 && tokens.expansion(index - 1) == location;
        Optional<SourceText> source = map.source(location);
        if (continuesCall || source.isEmpty()) {
            return -1;
        }
        String text = source.get().text();
        int offset = Math.min(map.offset(location), text.length());
        int start = offset;
        while (start > 0 && isBlank(text.charAt(start - 1))) {
            start--;
        }
        return start == lineStart(source.get(), offset) ? width(text, start, offset) : -1;
    }

    private static int lineStart(SourceText source, int offset) {
        return source.lines().start(source.position(offset).line());
    }

    private static int width(String text, int start, int end) {
        int width = 0;
        for (int at = start; at < end; at++) {
            width = text.charAt(at) == '\t' ? (width / TAB + 1) * TAB : width + 1;
        }
        return width;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
