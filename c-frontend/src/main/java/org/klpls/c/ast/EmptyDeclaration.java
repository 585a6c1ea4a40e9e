package org.klpls.c.ast;

/** A semicolon of its own between declarations, as macros leave it: {@code ;} */
public record EmptyDeclaration(int first, int end) implements ExternalDeclaration {}
