package org.klpls.c.types;

/** How many elements an array has. */
public sealed interface ArrayLength {
    /** {@code [3]}; GNU: {@code [0]} */
    record Known(long count) implements ArrayLength {
        public Known {
            if (count < 0) {
                throw new IllegalArgumentException("an array of " + count);
            }
        }
    }

    /** {@code []}: told elsewhere, or a struct's flexible last member. */
    record Unspecified() implements ArrayLength {}

    /** {@code [n]}, known at run time only; {@code [*]} */
    record AtRunTime() implements ArrayLength {}

    static ArrayLength of(long count) {
        return new Known(count);
    }
}
