package org.klpls.c.ast;

import java.util.List;
import java.util.Optional;

/** What a statement can be jumped to by. */
public sealed interface Label extends Node {
    /** {@code out:} */
    record Named(int first, int end, Name name, List<Attribute> attributes) implements Label {
        public Named {
            attributes = List.copyOf(attributes);
        }
    }

    /** {@code case 1:}; GNU: {@code case 1 ... 5:} */
    record Case(int first, int end, Expression value, Optional<Expression> high) implements Label {}

    /** {@code default:} */
    record Default(int first, int end) implements Label {}
}
