package org.klpls.server.lsp.convert;

import java.util.List;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;

/** Between the engine's offsets and the protocol's lines and UTF-16 characters. */
public final class Ranges {
    private Ranges() {}

    public static Range range(SourceRange range) {
        return new Range(position(range.start()), position(range.end()));
    }

    public static Location location(SourceRange range) {
        return new Location(Uris.uri(range.source().path()), range(range));
    }

    /** The first line's beginning: where stands what has no better place. */
    public static Range top() {
        return new Range(new Position(0, 0), new Position(0, 0));
    }

    /** Offset of a position. One past a line's end is that line's end; one past the text is the text's end. */
    public static int offset(SourceText text, Position position) {
        return text.lines().offset(new org.klpls.c.text.Position(Math.max(0, position.getLine()),
                Math.max(0, position.getCharacter())));
    }

    /** The text after these changes, each made on the outcome of the one before. */
    public static SourceText apply(SourceText before, List<TextDocumentContentChangeEvent> changes) {
        SourceText text = before;
        for (TextDocumentContentChangeEvent change : changes) {
            text = SourceText.of(text.path(), apply(text, change));
        }
        return text;
    }

    private static String apply(SourceText before, TextDocumentContentChangeEvent change) {
        Range range = change.getRange();
        if (range == null) {
            return change.getText();
        }
        int start = offset(before, range.getStart());
        int end = Math.max(start, offset(before, range.getEnd()));
        return before.text().substring(0, start) + change.getText() + before.text().substring(end);
    }

    private static Position position(org.klpls.c.text.Position position) {
        return new Position(position.line(), position.character());
    }
}
