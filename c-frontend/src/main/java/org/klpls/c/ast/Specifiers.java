package org.klpls.c.ast;

import java.util.List;
import java.util.Set;

/**
 * What stands before the declarators: {@code static const unsigned long __attribute__((unused))}.
 *
 * @param attributes those among the specifiers; those of a struct's own stand in its {@link TypeSpecifier.Struct}
 */
public record Specifiers(int first, int end, Set<Storage> storage, Set<Qualifier> qualifiers, TypeSpecifier type,
        List<Attribute> attributes) implements Node {
    public Specifiers {
        storage = Set.copyOf(storage);
        qualifiers = Set.copyOf(qualifiers);
        attributes = List.copyOf(attributes);
    }
}
