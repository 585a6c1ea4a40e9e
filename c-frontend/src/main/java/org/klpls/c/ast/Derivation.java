package org.klpls.c.ast;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One step from a type to the type derived of it. */
public sealed interface Derivation extends Node {
    /** {@code * const} */
    record Pointer(int first, int end, Set<Qualifier> qualifiers, List<Attribute> attributes) implements Derivation {
        public Pointer {
            qualifiers = Set.copyOf(qualifiers);
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * {@code [3]}, {@code []}, {@code [*]}, {@code [static 3]}
     *
     * @param size empty for {@code []} and {@code [*]}
     * @param qualifiers those of a parameter: {@code int a[const 3]}
     */
    record Array(int first, int end, Optional<Expression> size, boolean isStatic, Set<Qualifier> qualifiers)
            implements
                Derivation {
        public Array {
            qualifiers = Set.copyOf(qualifiers);
        }
    }

    /**
     * {@code (int x, ...)}
     *
     * @param parameters {@code (void)} is one parameter of that type, as it is written
     * @param oldStyleNames K&amp;R: {@code (a, b)}
     */
    record Function(int first, int end, List<Parameter> parameters, boolean variadic, List<Name> oldStyleNames)
            implements
                Derivation {
        public Function {
            parameters = List.copyOf(parameters);
            oldStyleNames = List.copyOf(oldStyleNames);
        }
    }
}
