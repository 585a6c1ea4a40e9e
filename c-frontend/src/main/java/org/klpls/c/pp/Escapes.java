package org.klpls.c.pp;

import java.util.Optional;
import java.util.OptionalInt;
import org.klpls.c.text.UnicodeName;

/** What gcc refuses of the escape sequences of a literal. What it only warns of is accepted. Source: gcc 12 and 15 libcpp/charset.cc. */
public final class Escapes {
    private final String text;
    private final int end;
    private final Dialect dialect;

    private Escapes(String text, int end, Dialect dialect) {
        this.text = text;
        this.end = end;
        this.dialect = dialect;
    }

    /**
     * What is wrong with the first wrong one; empty if none is.
     *
     * @param start offset behind the opening quote
     * @param end offset of the closing quote
     */
    public static Optional<String> wrong(String text, int start, int end, Dialect dialect) {
        Escapes escapes = new Escapes(text, end, dialect);
        for (int at = text.indexOf('\\', start); at >= 0 && at + 1 < end; at = text.indexOf('\\', at + 2)) {
            Optional<String> wrong = escapes.wrong(at);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Optional<String> wrong(int at) {
        char kind = text.charAt(at + 1);
        boolean brace = at + 2 < end && text.charAt(at + 2) == '{';
        boolean newer = dialect.hasDelimitedEscapes();
        if (newer && kind == 'N') {
            return brace ? named(at) : Optional.of("'\\N' is not followed by '{'");
        }
        if (newer && brace && (kind == 'x' || kind == 'u' || kind == 'o')) {
            return delimited(at, kind);
        }
        int digits = digits(at + 2, 16) - (at + 2);
        if (kind == 'x' && digits == 0) {
            return Optional.of("\\x is used with no following hex digits");
        }
        int needed = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        if (digits < needed) {
            return Optional.of("incomplete universal character name " + text.substring(at, at + 2 + digits));
        }
        return needed == 0 ? Optional.empty() : character(at + 2, at + 2 + needed, at, at + 2 + needed);
    }

    private Optional<String> delimited(int at, char kind) {
        int digits = digits(at + 3, kind == 'o' ? 8 : 16);
        if (digits == end || text.charAt(digits) != '}') {
            return Optional.of("'" + text.substring(at, at + 3) + "' is not ended by '}'");
        }
        if (digits == at + 3) {
            return Optional.of("empty escape sequence");
        }
        return kind == 'u' ? character(at + 3, digits, at, digits + 1) : Optional.empty();
    }

    private Optional<String> named(int at) {
        int close = text.indexOf('}', at);
        if (close < 0 || close >= end) {
            return Optional.of("'\\N{' is not ended by '}'");
        }
        if (close == at + 3) {
            return Optional.of("empty escape sequence");
        }
        OptionalInt point = UnicodeName.character(text.substring(at + 3, close));
        return point.isPresent() && isCharacter(point.getAsInt())
                ? Optional.empty()
                : Optional.of(text.substring(at, close + 1) + " is not a valid universal character");
    }

    private Optional<String> character(int first, int last, int at, int after) {
        int start = first;
        while (start < last - 1 && text.charAt(start) == '0') {
            start++;
        }
        boolean tooLarge = last - start > 8;
        return tooLarge || isCharacter(Long.parseLong(text.substring(start, last), 16))
                ? Optional.empty()
                : Optional.of(text.substring(at, after) + " is not a valid universal character");
    }

    /** C11 6.4.3p2, of which gcc 15 keeps only the surrogates; gcc only warns of those past the last of Unicode's. */
    private boolean isCharacter(long code) {
        boolean surrogate = code >= 0xd800 && code <= 0xdfff;
        boolean basic = !dialect.hasAfterC23() && code < 0xa0 && code != '$' && code != '@' && code != '`';
        return !surrogate && !basic;
    }

    private int digits(int start, int radix) {
        int at = start;
        while (at < end && Character.digit(text.charAt(at), radix) >= 0) {
            at++;
        }
        return at;
    }
}
