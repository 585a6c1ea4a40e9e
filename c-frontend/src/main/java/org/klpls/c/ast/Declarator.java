package org.klpls.c.ast;

import java.util.List;
import java.util.Optional;

/**
 * What makes a type out of the specifiers', and names it: {@code *(*h[3])(void)}.
 *
 * @param name empty in a type name, and where a parameter has none
 * @param derivations in the order they are read aloud, from the name outwards: h is an array of 3 | pointers to |
 *            functions returning | pointers to what the specifiers say
 * @param attributes those inside the declarator
 */
public record Declarator(int first, int end, Optional<Name> name, List<Derivation> derivations,
        List<Attribute> attributes) implements Node {
    public Declarator {
        derivations = List.copyOf(derivations);
        attributes = List.copyOf(attributes);
    }

    /** The parameters, where this declares a function. */
    public Optional<Derivation.Function> function() {
        return !derivations.isEmpty() && derivations.getFirst() instanceof Derivation.Function function
                ? Optional.of(function)
                : Optional.empty();
    }
}
