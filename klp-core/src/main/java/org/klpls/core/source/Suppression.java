package org.klpls.core.source;

import java.util.Optional;
import org.klpls.c.text.SourceRange;

/**
 * A comment {@code klpls-disable CODE: reason}: findings of this code on the comment's line, and on the one below, are
 * not reported.
 *
 * @param reason empty: not given, and then the comment disables nothing
 */
public record Suppression(String code, Optional<String> reason, SourceRange comment) {

    /** Whether it stands on the line of this place, or on the one above. */
    public boolean covers(SourceRange place) {
        if (!place.source().path().equals(comment.source().path())) {
            return false;
        }
        int line = place.start().line();
        return comment.start().line() == line || comment.end().line() + 1 == line;
    }
}
