package org.klpls.c.ast;

/** Tokens that could not be understood and were passed over; a problem says why: {@code @ 5;} */
public record Broken(int first, int end) implements ScopedDeclaration, StructItem {}
