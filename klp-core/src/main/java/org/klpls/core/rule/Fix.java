package org.klpls.core.rule;

import java.util.List;
import org.klpls.c.text.SourceRange;

/** A mechanical remedy: what to do, in the words of a menu entry, and the edits that do it. */
public record Fix(String title, List<Edit> edits) {
    /** Replace the range (empty to insert) with the text. */
    public record Edit(SourceRange range, String newText) {}

    public Fix {
        edits = List.copyOf(edits);
    }
}
