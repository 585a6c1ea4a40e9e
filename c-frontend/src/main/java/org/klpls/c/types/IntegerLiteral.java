package org.klpls.c.types;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** C's integer literals: decimal, octal, {@code 0x}, {@code 0b}, {@code 0o}, with any suffix. */
public final class IntegerLiteral {
    private static final Pattern FORM = Pattern
            .compile(
                    "(?:0[xX](?<hex>[0-9a-fA-F]+)|0[bB](?<bin>[01]+)|0[oO](?<octal>[0-7]+)|0(?<oct>[0-7]*)|(?<dec>[1-9][0-9]*))(?:[uUlL]*|[uU]?(?:wb|WB)[uU]?)");
    /** Longer ones do not fit 64 bits in any base. */
    private static final int MAX_LENGTH = 80;

    private IntegerLiteral() {}

    /** Empty for floating literals, nonsense, and what does not fit 64 bits. */
    public static OptionalLong parse(String text) {
        Optional<BigInteger> value = value(text).filter(it -> it.bitLength() <= Long.SIZE);
        return value.isPresent() ? OptionalLong.of(value.get().longValue()) : OptionalLong.empty();
    }

    /** Empty for floating literals and nonsense. */
    static Optional<BigInteger> value(String text) {
        Matcher form = FORM.matcher(text.indexOf('\'') < 0 ? text : text.replace("'", ""));
        if (text.length() > MAX_LENGTH || !form.matches()) {
            return Optional.empty();
        }
        if (form.group("octal") != null) {
            return Optional.of(new BigInteger(form.group("octal"), 8));
        }
        return Optional.of(form.group("hex") != null
                ? new BigInteger(form.group("hex"), 16)
                : form.group("bin") != null
                        ? new BigInteger(form.group("bin"), 2)
                        : form.group("dec") != null
                                ? new BigInteger(form.group("dec"))
                                : new BigInteger("0" + form.group("oct"), 8));
    }
}
