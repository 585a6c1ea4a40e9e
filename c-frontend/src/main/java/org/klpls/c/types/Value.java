package org.klpls.c.types;

import java.math.BigInteger;
import java.util.Optional;

/** What a constant expression comes to. */
sealed interface Value {
    Type type();

    /** An integer, or an address that is only a number: {@code (void *)8}. */
    record Int(Type type, BigInteger number) implements Value {}

    record Real(Type type, double number) implements Value {}

    /**
     * A place in an object or function: known before the program runs, its number is not.
     *
     * @param base a {@link Symbol}, or the expression that makes the object: a literal
     */
    record Address(Type type, Object base, BigInteger offset) implements Value {}

    default Optional<BigInteger> integer() {
        return this instanceof Int(Type _, BigInteger number) ? Optional.of(number) : Optional.empty();
    }

    /** Whether it is not 0, as a condition has it. */
    default boolean isTrue() {
        return switch (this) {
            case Int(Type _, BigInteger number) -> number.signum() != 0;
            case Real(Type _, double number) -> number != 0;
            case Address _ -> true;
        };
    }
}
