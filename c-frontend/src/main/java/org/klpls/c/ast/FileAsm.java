package org.klpls.c.ast;

/** Assembler outside any function: {@code asm(".pushsection .discard");} */
public record FileAsm(int first, int end, Expression.StringLiteral code) implements ExternalDeclaration {}
