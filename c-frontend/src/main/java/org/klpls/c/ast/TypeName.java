package org.klpls.c.ast;

/** A type without a name declared: {@code struct s *} in {@code sizeof(struct s *)}. */
public record TypeName(int first, int end, Specifiers specifiers, Declarator declarator) implements Node {}
