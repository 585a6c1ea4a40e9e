package org.klpls.c.types;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.TranslationUnit;

/** Values of a unit's constant expressions as 64 bits: a subscript, a null pointer. Empty where one is none. */
public final class Constants {
    private final Program program;

    public Constants(TranslationUnit unit) {
        this.program = Program.of(unit);
    }

    public OptionalLong value(Expression expression) {
        Optional<BigInteger> value = program.constant(expression).filter(it -> it.bitLength() <= Long.SIZE);
        return value.isPresent() ? OptionalLong.of(value.get().longValue()) : OptionalLong.empty();
    }
}
