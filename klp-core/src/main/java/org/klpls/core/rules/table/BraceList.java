package org.klpls.core.rules.table;

import java.util.List;
import java.util.Optional;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Fix;

/**
 * A braced initialiser as the author laid it out, to add an element at its end in the same style.
 *
 * @param last offset just after its last token before the closing brace
 * @param endsInComma whether that token is a comma
 * @param isEmpty whether there is nothing but the braces
 */
record BraceList(SourceText text, Span span, int last, boolean endsInComma, boolean isEmpty) {

    /** Empty when the place is not in source, or is not a plain pair of braces there (a macro makes it). */
    static Optional<BraceList> at(Place place) {
        return switch (place) {
            case Place.InModule _ -> Optional.empty();
            case Place.InSource(SourceRange range) -> of(range);
        };
    }

    private static Optional<BraceList> of(SourceRange range) {
        String slice = range.source().slice(range.span());
        int open = slice.indexOf('{');
        // a compound literal's type may stand before the brace
        if (open < 0 || !slice.endsWith("}") || open > 0 && slice.charAt(0) != '(') {
            return Optional.empty();
        }
        int last = lastToken(slice, open);
        boolean empty = last == open + 1;
        boolean comma = !empty && slice.charAt(last - 1) == ',';
        return Optional.of(new BraceList(range.source(), range.span(), range.span().start() + last, comma, empty));
    }

    /** Offset after the last character that is neither white space nor comment, the closing brace apart. */
    private static int lastToken(String slice, int open) {
        int last = open + 1;
        int i = open + 1;
        while (i < slice.length() - 1) {
            int next = skipSpaceAndComment(slice, i);
            if (next == i) {
                next = slice.charAt(i) == '"' || slice.charAt(i) == '\'' ? afterLiteral(slice, i) : i + 1;
                last = next;
            }
            i = next;
        }
        return Math.min(last, slice.length() - 1);
    }

    private static int skipSpaceAndComment(String text, int i) {
        if (Character.isWhitespace(text.charAt(i))) {
            return i + 1;
        }
        if (text.startsWith("/*", i)) {
            int end = text.indexOf("*/", i + 2);
            return end < 0 ? text.length() : end + 2;
        }
        if (text.startsWith("//", i)) {
            int end = text.indexOf('\n', i);
            return end < 0 ? text.length() : end;
        }
        return i;
    }

    private static int afterLiteral(String text, int start) {
        char quote = text.charAt(start);
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != quote) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, text.length());
    }

    /** Adds a member, on a line of its own where the last one has one; a comment behind the last one stays with it. */
    List<Fix.Edit> append(String element) {
        if (isEmpty) {
            return List.of(insertion(last, " " + element + " "));
        }
        if (!startsLine(tokenLineStart())) {
            return List.of(insertion(last, (endsInComma ? " " : ", ") + element));
        }
        String line = "\n" + indent(tokenLineStart()) + element + (endsInComma ? "," : "");
        int lineEnd = lineEnd();
        if (lineEnd >= span.end() || text.text().substring(last, lineEnd).isBlank()) {
            return List.of(insertion(last, (endsInComma ? "" : ",") + line));
        }
        return endsInComma
                ? List.of(insertion(lineEnd, line))
                : List.of(insertion(last, ","), insertion(lineEnd, line));
    }

    /** Adds the all-zero entry that ends a table. */
    Fix.Edit appendTerminator() {
        if (isEmpty) {
            return insertion(last, " { } ");
        }
        int line = tokenLineStart();
        boolean entryOnOneLine = text.text().startsWith("{", line + indent(line).length());
        String separator = startsLine(line) && entryOnOneLine ? "\n" + indent(line) : " ";
        return insertion(last, (endsInComma ? "" : ",") + separator + "{ }");
    }

    /** Whether another { } behind the last token would be an element of its own, and not a member of an element without braces. */
    boolean endsInElement() {
        int end = last;
        while (end > 0 && (endsInComma && text.text().charAt(end - 1) == ','
                || Character.isWhitespace(text.text().charAt(end - 1)))) {
            end--;
        }
        return isEmpty || text.text().startsWith("}", end - 1) || text.text().startsWith(")", end - 1);
    }

    private Fix.Edit insertion(int at, String newText) {
        return new Fix.Edit(new SourceRange(text, new Span(at, at)), newText);
    }

    private int lineEnd() {
        int newline = text.text().indexOf('\n', last);
        return newline < 0 ? text.text().length() : newline;
    }

    /** Start of the line that holds the last token. */
    private int tokenLineStart() {
        return text.lines().start(text.position(last).line());
    }

    /** Whether this line is one of the list's own: it begins after the opening brace. */
    private boolean startsLine(int lineStart) {
        return lineStart > span.start();
    }

    private String indent(int lineStart) {
        int end = lineStart;
        while (end < text.text().length() && (text.text().charAt(end) == ' ' || text.text().charAt(end) == '\t')) {
            end++;
        }
        return text.text().substring(lineStart, end);
    }
}
