package org.klpls.c.parse;

/** A declarator that need not name anything. */
enum DeclaratorForm {
    /** It may: {@code int f(int *p, int *);} */
    PARAMETER,
    /** It must not: {@code sizeof(int *)} */
    ABSTRACT
}
