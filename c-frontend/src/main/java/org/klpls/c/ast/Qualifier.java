package org.klpls.c.ast;

/** Qualifiers of a type; the segments are gcc's named address spaces of x86. */
public enum Qualifier {
    CONST, VOLATILE, RESTRICT, ATOMIC, SEG_GS, SEG_FS
}
