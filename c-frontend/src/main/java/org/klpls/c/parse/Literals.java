package org.klpls.c.parse;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.klpls.c.pp.Dialect;
import org.klpls.c.pp.Escapes;

/**
 * What gcc refuses in numbers, characters and strings when it makes constants of them. What it only warns of (a number too large, two
 * characters in one constant) is accepted. Source: gcc 12 libcpp/expr.cc cpp_classify_number(), libcpp/charset.cc.
 */
final class Literals {
    private static final Pattern INTEGER_SUFFIX = Pattern.compile("[uU]?(l|L|ll|LL)?|(l|L|ll|LL)[uU]");
    private static final Pattern BIT_INT_SUFFIX = Pattern.compile("[uU]?(wb|WB)|(wb|WB)[uU]");
    private static final Pattern FLOAT_SUFFIX = Pattern
            .compile("[fFlLdDqQwW]?|[fF](16|32x?|64x?|128)");
    private static final Pattern IMAGINARY = Pattern.compile("[ijIJ]");
    private static final Pattern DECIMAL_FLOAT = Pattern
            .compile("(?<digits>[0-9.]*)(?<exponent>[eE][+-]?(?<power>[0-9]*))?(?<suffix>[^0-9.].*)?");
    private static final Pattern HEX_FLOAT = Pattern
            .compile("0[xX](?<digits>[0-9a-fA-F.]*)(?<exponent>[pP][+-]?(?<power>[0-9]*))?(?<suffix>.*)?");
    private static final Pattern INTEGER = Pattern
            .compile("(?<prefix>0[xX](?=[0-9a-fA-F])|0[bB](?=[0-9])|0[oO](?=[0-9])|)(?<digits>[0-9]*)(?<suffix>.*)");

    private Literals() {}

    /** What is wrong with a number; empty if it is one. */
    static Optional<String> number(String spelled, Dialect dialect) {
        String text = spelled.replace("'", "");
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        boolean exponent = hex ? text.matches("0[xX][^pP]*[pP].*") : text.matches("[0-9.]*[eE].*");
        boolean floating = text.contains(".") || exponent;
        if (hex && text.length() > 2 && floating) {
            return floating(HEX_FLOAT.matcher(text), true);
        }
        return floating ? floating(DECIMAL_FLOAT.matcher(text), false) : integer(text, dialect);
    }

    private static Optional<String> floating(Matcher form, boolean hex) {
        if (!form.matches()) {
            return Optional.of("this is no number");
        }
        String digits = form.group("digits");
        if (digits.indexOf('.') != digits.lastIndexOf('.')) {
            return Optional.of("too many decimal points in number");
        }
        if (hex && (digits.isEmpty() || digits.equals("."))) {
            return Optional.of("no digits in hexadecimal floating constant");
        }
        if (form.group("exponent") == null && hex) {
            return Optional.of("hexadecimal floating constants require an exponent");
        }
        if (form.group("exponent") != null && form.group("power").isEmpty()) {
            return Optional.of("exponent has no digits");
        }
        String suffix = Optional.ofNullable(form.group("suffix")).orElse("");
        return isFloatSuffix(suffix, hex)
                ? Optional.empty()
                : Optional.of("invalid suffix '" + suffix + "' on floating constant");
    }

    private static boolean isFloatSuffix(String suffix, boolean hex) {
        String real = withoutImaginary(suffix);
        boolean decimal = real.equalsIgnoreCase("df") || real.equalsIgnoreCase("dd") || real.equalsIgnoreCase("dl");
        if (decimal) {
            boolean oneCase = real.equals(real.toLowerCase(Locale.ROOT)) || real.equals(real.toUpperCase(Locale.ROOT));
            return oneCase && !hex && real.equals(suffix);
        }
        return FLOAT_SUFFIX.matcher(real).matches();
    }

    private static Optional<String> integer(String text, Dialect dialect) {
        Matcher form = INTEGER.matcher(text);
        if (!form.matches()) {
            return Optional.of("this is no number");
        }
        String prefix = form.group("prefix").toLowerCase(Locale.ROOT);
        String digits = form.group("digits");
        String suffix = form.group("suffix");
        if (prefix.equals("0o") && !dialect.hasAfterC23()) {
            return Optional.of("invalid suffix '" + text.substring(1) + "' on integer constant");
        }
        if (prefix.equals("0x")) {
            int end = 2;
            while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
                end++;
            }
            suffix = text.substring(end);
        }
        boolean octal = prefix.equals("0o") || prefix.isEmpty() && digits.startsWith("0");
        String most = prefix.equals("0b") ? "1" : octal ? "7" : "9";
        Optional<String> wrong = digits.chars().filter(digit -> digit > most.charAt(0) && !prefix.equals("0x"))
                .mapToObj(digit -> "invalid digit '" + (char) digit + "' in "
                        + (octal ? "octal" : "binary") + " constant")
                .findFirst();
        return wrong.isPresent() || isIntegerSuffix(suffix, dialect)
                ? wrong
                : Optional.of("invalid suffix '" + suffix + "' on integer constant");
    }

    private static boolean isIntegerSuffix(String suffix, Dialect dialect) {
        return dialect.hasBitInt() && BIT_INT_SUFFIX.matcher(suffix).matches()
                || INTEGER_SUFFIX.matcher(withoutImaginary(suffix)).matches();
    }

    /** GNU: {@code 2i} and {@code 2.0fj}; the letter may stand before or after the others. */
    private static String withoutImaginary(String suffix) {
        return IMAGINARY.matcher(suffix).replaceFirst("");
    }

    /** What is wrong with a character constant; empty if nothing is. */
    static Optional<String> character(String text, Dialect dialect) {
        int open = text.indexOf('\'');
        if (open < 0 || open + 1 >= text.length() - 1) {
            return Optional.of("empty character constant");
        }
        return Escapes.wrong(text, open + 1, text.length() - 1, dialect);
    }

    /** What is wrong with a string; empty if nothing is. */
    static Optional<String> string(String text, Dialect dialect) {
        int open = text.indexOf('"');
        boolean raw = open > 0 && text.charAt(open - 1) == 'R';
        return raw || open < 0 ? Optional.empty() : Escapes.wrong(text, open + 1, text.length() - 1, dialect);
    }

    /** Whether adjacent strings make one: no two may have different prefixes. */
    static boolean canBeJoined(List<String> pieces) {
        Set<String> prefixes = new HashSet<>();
        for (String piece : pieces) {
            String prefix = piece.substring(0, Math.max(0, piece.indexOf('"'))).replace("R", "");
            if (!prefix.isEmpty()) {
                prefixes.add(prefix);
            }
        }
        return prefixes.size() <= 1;
    }
}
