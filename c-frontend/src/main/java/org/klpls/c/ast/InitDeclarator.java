package org.klpls.c.ast;

import java.util.List;
import java.util.Optional;

/**
 * {@code *b asm("c") __attribute__((weak)) = 0} in {@code int a, *b asm("c") __attribute__((weak)) = 0;}
 *
 * @param asmName the name in the object file, where one is given
 * @param attributes those before and after the declarator
 */
public record InitDeclarator(int first, int end, Declarator declarator, Optional<Expression.StringLiteral> asmName,
        List<Attribute> attributes, Optional<Initializer> initializer) implements Node {
    public InitDeclarator {
        attributes = List.copyOf(attributes);
    }
}
