package org.klpls.c.types;

import java.math.BigInteger;
import java.util.Optional;
import org.klpls.c.ast.Enumerator;
import org.klpls.c.ast.Name;

/** {@code GREEN} in {@code enum { RED, GREEN = 4 }}. */
public record EnumConstant(EnumDefinition definition, int index, Optional<Symbol> earlier) implements Symbol {
    private Enumerator enumerator() {
        return definition.enumerators().get(index);
    }

    @Override
    public String name() {
        return node().text();
    }

    @Override
    public Name node() {
        return enumerator().name();
    }

    @Override
    public Type type() {
        return definition.constantType(index);
    }

    /** Its type for who uses it there: within its own enum that has none yet. */
    Type typeAt(int token) {
        return definition.encloses(token) ? definition.typeWithin(index) : type();
    }

    /** Empty where it is no constant. */
    public Optional<BigInteger> value() {
        return definition.value(index);
    }

    @Override
    public int visibleFrom() {
        return enumerator().end();
    }

    @Override
    public String toString() {
        return name();
    }
}
