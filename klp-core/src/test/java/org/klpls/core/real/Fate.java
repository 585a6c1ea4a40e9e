package org.klpls.core.real;

/** What the kernel does with a defect. */
enum Fate {
    /** Refuses the module, and says why: klpls quotes it. */
    REFUSED,
    /** Loads it, says nothing, and does not do what the author wanted. */
    SILENT,
    /** Reads or writes where it must not: what follows depends on what lies there. */
    UNDEFINED
}
