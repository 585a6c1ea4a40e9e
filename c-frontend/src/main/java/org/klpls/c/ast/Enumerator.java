package org.klpls.c.ast;

import java.util.List;
import java.util.Optional;

/** {@code GREEN = 4} in {@code enum { RED, GREEN = 4 }}. */
public record Enumerator(int first, int end, Name name, List<Attribute> attributes, Optional<Expression> value)
        implements
            Node {
    public Enumerator {
        attributes = List.copyOf(attributes);
    }
}
