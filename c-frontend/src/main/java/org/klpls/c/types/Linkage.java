package org.klpls.c.types;

/** C11 6.2.2: in how much of a program a name means the same thing. */
public enum Linkage {
    /** {@code static}: in this unit. */
    INTERNAL,
    /** In all units. */
    EXTERNAL
}
