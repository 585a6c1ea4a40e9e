package org.klpls.c.pp;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The directives that the preprocessor acts on. */
enum Directive {
    DEFINE, UNDEF, INCLUDE, INCLUDE_NEXT, IMPORT, IF, IFDEF, IFNDEF, ELIF, ELIFDEF, ELIFNDEF, ELSE, ENDIF, LINE, ERROR,
    WARNING, PRAGMA, IDENT, SCCS, ASSERT, UNASSERT,
    /** A number: gcc's own note in preprocessed text of where the next line came from. */
    LINE_MARKER,
    /** {@code #} alone on its line. */
    NULL, UNKNOWN;

    private static final Map<String, Directive> BY_NAME = new HashMap<>();

    static {
        for (Directive directive : values()) {
            if (directive.ordinal() < LINE_MARKER.ordinal()) {
                BY_NAME.put(directive.name().toLowerCase(Locale.ROOT), directive);
            }
        }
    }

    static Directive named(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).orElse(UNKNOWN);
    }

    boolean opensGroup() {
        return this == IF || this == IFDEF || this == IFNDEF;
    }

    /** #elif, #else and their kin: one group ends, the next begins. */
    boolean dividesGroups() {
        return this == ELIF || this == ELIFDEF || this == ELIFNDEF || this == ELSE;
    }

    boolean namesHeader() {
        return this == INCLUDE || this == INCLUDE_NEXT || this == IMPORT;
    }
}
