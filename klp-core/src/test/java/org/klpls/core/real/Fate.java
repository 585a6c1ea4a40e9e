package org.klpls.core.real;

/** What the kernel does with a defect. */
enum Fate {
    /** Refuses the module, and says why: klpls quotes it. */
    REFUSED,
    /** Refuses the module without a word. */
    REFUSED_SILENTLY,
    /** Loads it and says something; the patch does what the author wanted. */
    WARNS,
    /** Loads it, says nothing, and does not do what the author wanted. */
    SILENT,
    /** What the kernel does is right for the module as it is: only its source tells that it is not what is wanted. */
    SOURCE_TELLS,
    /** Crashes or hangs when it is loaded. */
    CRASHES,
    /** Crashes or hangs, sooner or later; the source tells, and its module only where its code is simple. */
    SOURCE_CRASHES,
    /** Loads it, and it does what the author wanted; it would not with a little more in it. */
    HARMLESS,
    /** Reads or writes where it must not: what follows depends on what lies there. */
    UNDEFINED
}
