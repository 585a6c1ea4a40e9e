package org.klpls.c.ast;

import java.util.ArrayList;
import java.util.List;

import org.klpls.c.text.LineMap;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;

/** Finds the comments of a text: what looks like one inside of a string is none. */
final class CommentScanner {
    private final SourceText source;
    private final String text;
    private final List<Comment> comments = new ArrayList<>();
    private int at;

    private CommentScanner(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    static List<Comment> comments(SourceText source) {
        CommentScanner scanner = new CommentScanner(source);
        scanner.scan();
        return List.copyOf(scanner.comments);
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                literal(c);
            } else if (text.startsWith("//", at)) {
                comment(endOfLine(), 0);
            } else if (text.startsWith("/*", at)) {
                int close = text.indexOf("*/", at + 2);
                comment(close < 0 ? text.length() : close + 2, close < 0 ? 0 : 2);
            } else {
                at++;
            }
        }
    }

    private void comment(int end, int mark) {
        String said = text.substring(at + 2, Math.max(at + 2, end - mark)).strip();
        comments.add(new Comment(new SourceRange(source, new Span(at, end)), said));
        at = end;
    }

    /** A backslash at its end carries a line comment on. */
    private int endOfLine() {
        int end = at;
        while (end < text.length() && !LineMap.endsLine(text.charAt(end))) {
            end += text.charAt(end) == '\\' && end + 1 < text.length() ? 2 : 1;
        }
        return Math.min(end, text.length());
    }

    /** A literal ends at its quote, or unfinished at the end of its line. */
    private void literal(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote && !LineMap.endsLine(text.charAt(at))) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }
}
