package org.klpls.c.ast;

import java.util.Optional;

/** {@code [ptr] "+m" (*p)} in {@code asm("incl %0" : [ptr] "+m" (*p));} */
public record AsmOperand(int first, int end, Optional<Name> name, Expression.StringLiteral constraint,
        Expression value) implements Node {}
