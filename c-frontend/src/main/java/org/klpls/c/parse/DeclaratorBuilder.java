package org.klpls.c.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Declarator;
import org.klpls.c.ast.Derivation;
import org.klpls.c.ast.Name;

/** Collects a declarator from the name outwards: suffixes as they come, then the pointers before them. */
final class DeclaratorBuilder {
    private final int first;
    private final List<Derivation> derivations = new ArrayList<>(2);
    private final List<Attribute> attributes = new ArrayList<>(0);
    private Optional<Name> name = Optional.empty();

    DeclaratorBuilder(int first) {
        this.first = first;
    }

    void name(Name declared) {
        name = Optional.of(declared);
    }

    void derivation(Derivation derivation) {
        derivations.add(derivation);
    }

    /** The nearest pointer to the name is the last one written. */
    void pointers(List<Derivation> written) {
        derivations.addAll(written.reversed());
    }

    List<Attribute> attributes() {
        return attributes;
    }

    int length() {
        return derivations.size();
    }

    Declarator build(int end) {
        return new Declarator(first, Math.max(first, end), name, derivations, attributes);
    }
}
