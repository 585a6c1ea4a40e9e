package org.klpls.c.ast;

import java.util.List;
import java.util.Optional;

/**
 * {@code b : 3} in {@code int a, b : 3;}
 *
 * @param declarator without a name for padding: {@code int : 0;}
 * @param bits width of a bit-field
 * @param attributes those after the declarator
 */
public record MemberDeclarator(int first, int end, Declarator declarator, Optional<Expression> bits,
        List<Attribute> attributes) implements Node {
    public MemberDeclarator {
        attributes = List.copyOf(attributes);
    }
}
