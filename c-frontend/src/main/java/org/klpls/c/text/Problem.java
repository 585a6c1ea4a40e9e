package org.klpls.c.text;

import java.util.List;
import java.util.Optional;

/**
 * Something that a text or its build flags have wrong, as a good compiler would say it.
 *
 * @param where the place to mend; empty when it is no place in a text (a missing file, a wrong flag)
 * @param includedFrom the include chain, innermost first; empty in the main file
 */
public record Problem(Severity severity, String message, Optional<SourceRange> where, List<SourceRange> includedFrom) {
    /** How bad a problem of C is: an error is what gcc refuses. */
    public enum Severity {
        ERROR, WARNING
    }

    public Problem {
        includedFrom = List.copyOf(includedFrom);
    }

    public static Problem error(SourceRange where, String message) {
        return new Problem(Severity.ERROR, message, Optional.of(where), List.of());
    }
}
