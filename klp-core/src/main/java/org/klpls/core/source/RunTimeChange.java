package org.klpls.core.source;

import org.klpls.c.text.SourceRange;

/** An assignment to a patch table. */
public record RunTimeChange(SourceRange place, Effect effect) {
    /** What is known of the table for it. */
    public enum Effect {
        /** The value is the only one: it is read as if it stood in the initialiser. */
        KNOWN,
        /** This member of one entry is not known. */
        ENTRY,
        /** Nothing of the table is known. */
        TABLE
    }
}
