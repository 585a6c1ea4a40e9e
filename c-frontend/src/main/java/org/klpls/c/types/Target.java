package org.klpls.c.types;

import org.klpls.c.pp.Dialect;

/**
 * What flags change in types.
 *
 * @param charIsSigned not so with {@code -funsigned-char}, which kernels since 6.2 build with
 * @param dialect of which in C23 {@code int f()} is a prototype, and {@code u8"x"} of unsigned char
 * @param hasMsExtensions with {@code -fms-extensions}, as kernels since 6.19 build, a struct with a tag, or a typedef's, may be an
 *        anonymous member
 * @param optimizes with {@code -O} and above, as kernels build: then gcc knows the value of a const variable in a function
 * @param wideChar type of {@code L'x'}: int, or with {@code -fshort-wchar}, as kernels build, unsigned short
 */
record Target(boolean charIsSigned, Dialect dialect, boolean hasMsExtensions, boolean optimizes,
        IntKind wideChar) {
    /** As gcc 13 and later have it. */
    boolean isC23() {
        return dialect.hasC23Keywords();
    }
}
