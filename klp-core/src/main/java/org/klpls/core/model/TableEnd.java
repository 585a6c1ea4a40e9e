package org.klpls.core.model;

/** How an array of {@code klp_func} or {@code klp_object} ends, as it was read. */
public enum TableEnd {
    /** An all-zero entry ends it, and nothing follows. */
    TERMINATED,
    /** An all-zero entry ends it for the kernel, yet entries follow that the kernel never sees. */
    EARLY,
    /** There is no all-zero entry: the kernel reads on past the array. */
    MISSING,
    /** The array is not given at all: NULL. */
    NO_TABLE,
    /** The array is filled at run time, or could not be read. */
    UNKNOWN
}
