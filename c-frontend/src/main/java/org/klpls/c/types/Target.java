package org.klpls.c.types;

/**
 * What flags change in types.
 *
 * @param charIsSigned not so with {@code -funsigned-char}, which kernels since 6.2 build with
 * @param wideChar type of {@code L'x'}: int, or with {@code -fshort-wchar}, as kernels build, unsigned short
 */
record Target(boolean charIsSigned, IntKind wideChar) {}
