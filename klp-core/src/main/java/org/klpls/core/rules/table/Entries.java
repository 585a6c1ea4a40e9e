package org.klpls.core.rules.table;

import java.util.List;

import org.klpls.c.text.SourceRange;
import org.klpls.c.text.Span;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Fix;

/** Remedies that take an entry out of a table, or end it. */
public final class Entries {
    private Entries() {}

    /** None where the entry is not a pair of braces in the author's file. */
    public static List<Fix> removal(Place entry, String what) {
        return entry instanceof Place.InSource(SourceRange range) && BraceList.at(entry).isPresent()
                ? List.of(new Fix("Remove " + what, List.of(new Fix.Edit(withItsLine(range), ""))))
                : List.of();
    }

    /** The all-zero entry that ends a table. */
    public static List<Fix> terminator(Place table) {
        return BraceList.at(table).filter(BraceList::endsInElement)
                .map(list -> List.of(new Fix("Add the terminator { }", List.of(list.appendTerminator()))))
                .orElse(List.of());
    }

    /** With the comma behind it and, where it has lines of its own, with these. */
    private static SourceRange withItsLine(SourceRange entry) {
        String text = entry.source().text();
        int start = entry.span().start();
        int end = entry.span().end();
        if (end < text.length() && text.charAt(end) == ',') {
            end++;
        }
        int line = text.lastIndexOf('\n', start - 1) + 1;
        int newline = text.indexOf('\n', end);
        boolean alone = text.substring(line, start).isBlank() && newline >= 0 && text.substring(end, newline).isBlank();
        if (alone) {
            return new SourceRange(entry.source(), new Span(line, newline + 1));
        }
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return new SourceRange(entry.source(), new Span(start, end));
    }
}
