package org.klpls.c.types;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 1.5f}
 *
 * @param digits without the suffix, as Java reads them too
 */
record RealLiteral(String digits, RealKind kind) {
    private static final Pattern FORM = Pattern
            .compile("(0x(?=\\.?[0-9a-f])[0-9a-f]*\\.?[0-9a-f]*p[+-]?[0-9]{1,6}"
                    + "|(?=\\.?[0-9])[0-9]*\\.?[0-9]*(?:e[+-]?[0-9]{1,6})?)(.*)");
    /** Of which Java's parser still is fast. */
    private static final int LONGEST = 100;

    /** @param text in lower case */
    static Optional<RealLiteral> of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() && form.group(1).length() < LONGEST
                ? RealKind.ofSuffix(form.group(2)).map(it -> new RealLiteral(form.group(1), it))
                : Optional.empty();
    }

    /** Empty for a number that its kind holds better than a double. */
    Optional<Double> value() {
        double value = Double.parseDouble(digits);
        boolean exact = digits.startsWith("0x")
                || Double.isFinite(value) && new BigDecimal(digits).compareTo(new BigDecimal(value)) == 0;
        return kind.isWide() && !exact ? Optional.empty() : kind.computed().rounded(value);
    }
}
