package org.klpls.core.model;

import org.klpls.c.text.SourceRange;

/** Where a piece of a livepatch stands: in what its author wrote, or in what was built of it. */
public sealed interface Place {
    /** In C source, where the author can edit: never inside a macro's definition in a header. */
    record InSource(SourceRange range) implements Place {}

    /** In the module. */
    record InModule(ElfPlace elf) implements Place {}
}
