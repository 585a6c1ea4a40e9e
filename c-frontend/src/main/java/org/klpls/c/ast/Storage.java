package org.klpls.c.ast;

/** Words of a declaration that say how the thing is kept or called, and are no part of its type. */
public enum Storage {
    TYPEDEF, EXTERN, STATIC, AUTO, REGISTER, THREAD_LOCAL, INLINE, NORETURN, CONSTEXPR
}
