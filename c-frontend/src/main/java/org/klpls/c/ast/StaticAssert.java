package org.klpls.c.ast;

import java.util.Optional;

/** {@code _Static_assert(sizeof(long) == 8, "64 bit only");} */
public record StaticAssert(int first, int end, Expression condition, Optional<Expression.StringLiteral> message)
        implements
            ScopedDeclaration,
            StructItem {}
