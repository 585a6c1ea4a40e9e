package org.klpls.c.ast;

import java.util.List;

/**
 * {@code const char *fmt} in a prototype or definition.
 *
 * @param attributes those after the declarator
 */
public record Parameter(int first, int end, Specifiers specifiers, Declarator declarator, List<Attribute> attributes)
        implements
            Node {
    public Parameter {
        attributes = List.copyOf(attributes);
    }
}
