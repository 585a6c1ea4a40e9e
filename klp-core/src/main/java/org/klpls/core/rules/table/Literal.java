package org.klpls.core.rules.table;

import java.util.Optional;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Fix;
import org.klpls.core.source.PatchedFuncs;

/** Edits of a value that stands in the author's file as one literal; what a macro makes is left to the author. */
final class Literal {
    private Literal() {}

    static Optional<Fix.Edit> replace(Place place, String newText) {
        return switch (place) {
            case Place.InModule _ -> Optional.empty();
            case Place.InSource(SourceRange range) when PatchedFuncs.isOne(range.source().path()) ->
                Optional.of(new Fix.Edit(range, newText.replace("\"", "")));
            case Place.InSource(SourceRange range) -> isLiteral(range.source().slice(range.span()))
                    ? Optional.of(new Fix.Edit(range, newText))
                    : Optional.empty();
        };
    }

    private static boolean isLiteral(String text) {
        return text.matches("\"[^\"\\\\]*\"|[0-9][0-9a-zA-Z]*");
    }
}
