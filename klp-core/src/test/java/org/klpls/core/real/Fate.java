package org.klpls.core.real;

/** What the kernel does with a defect. */
enum Fate {
    /** Refuses the module, and says why: klpls quotes it. */
    REFUSED,
    /** Loads it, says nothing, and does not do what the author wanted. */
    SILENT,
    /** Loads it, and it does what the author wanted; it would not with a little more in it. */
    HARMLESS,
    /** Reads or writes where it must not: what follows depends on what lies there. */
    UNDEFINED
}
