package org.klpls.c.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One character of a character constant or string literal, escapes undone.
 *
 * @param value a code point; of a numeric escape the number, which in a narrow literal is one byte
 * @param numeric whether {@code \x…} or an octal escape made it
 */
public record LiteralElement(long value, boolean numeric) {
    /** What stands between the quotes of a literal, which may have a prefix. Empty if it has no closing quote. */
    public static List<LiteralElement> of(String literal) {
        return of(literal, true);
    }

    /** @param delimited whether {@code \\x{41}} and {@code \\N{…}} are escapes, as they are since gcc 13 */
    public static List<LiteralElement> of(String literal, boolean delimited) {
        int open = opening(literal);
        List<LiteralElement> elements = new ArrayList<>();
        if (open == literal.length()) {
            return elements;
        }
        int end = literal.lastIndexOf(literal.charAt(open));
        boolean raw = open > 0 && literal.charAt(open - 1) == 'R';
        int paren = raw ? literal.indexOf('(', open) : -1;
        int start = raw ? paren + 1 : open + 1;
        // R"x(…)x": what ends it is as long as what begins it
        int last = raw ? end - (paren - open) : end;
        for (int at = start; at < last;) {
            char c = literal.charAt(at);
            if (c == '\\' && at + 1 < last && !raw) {
                Escape escape = Escape.at(literal, at + 1, last, delimited);
                elements.add(escape.element());
                at = escape.end();
            } else {
                int point = literal.codePointAt(at);
                elements.add(new LiteralElement(point, false));
                at += Character.charCount(point);
            }
        }
        return elements;
    }

    /** Its bytes in a narrow literal. */
    public byte[] bytes() {
        return numeric ? new byte[]{(byte) value} : SourceBytes.encode(codePoint());
    }

    /** For a text: a number that is none of a character is U+FFFD. */
    public int codePoint() {
        return value >= 0 && value <= Character.MAX_CODE_POINT ? (int) value : 0xfffd;
    }

    private static int opening(String literal) {
        int at = 0;
        while (at < literal.length() && literal.charAt(at) != '"' && literal.charAt(at) != '\'') {
            at++;
        }
        return at;
    }

    /** @param end offset behind the escape */
    private record Escape(LiteralElement element, int end) {
        /** Reads one, {@code at} behind its backslash. */
        static Escape at(String text, int at, int end, boolean delimited) {
            char kind = text.charAt(at);
            int close = kind == 'N' && delimited ? text.indexOf('}', at) : -1;
            if (close >= 0 && close < end && text.startsWith("{", at + 1)) {
                return new Escape(
                        new LiteralElement(UnicodeName.character(text.substring(at + 2, close)).orElse(0xfffd),
                                false),
                        close + 1);
            }
            if (delimited && (kind == 'x' || kind == 'u' || kind == 'o') && text.startsWith("{", at + 1)) {
                Escape inner = number(text, at + 2, end, kind == 'o' ? 8 : 16, end, kind != 'u');
                return text.startsWith("}", inner.end) ? new Escape(inner.element, inner.end + 1) : inner;
            }
            return switch (kind) {
                case 'a' -> character(7, at);
                case 'b' -> character('\b', at);
                case 'e', 'E' -> character(27, at);
                case 'f' -> character('\f', at);
                case 'n' -> character('\n', at);
                case 'r' -> character('\r', at);
                case 't' -> character('\t', at);
                case 'v' -> character(11, at);
                case 'x' -> number(text, at + 1, end, 16, end, true);
                case 'u' -> number(text, at + 1, end, 16, 4, false);
                case 'U' -> number(text, at + 1, end, 16, 8, false);
                case '0', '1', '2', '3', '4', '5', '6', '7' -> number(text, at, end, 8, 3, true);
                default -> character(text.codePointAt(at), at);
            };
        }

        private static Escape character(int value, int at) {
            return new Escape(new LiteralElement(value, false), at + Character.charCount(value));
        }

        private static Escape number(String text, int start, int end, int radix, int most, boolean numeric) {
            int at = start;
            long value = 0;
            while (at < end && at - start < most && Character.digit(text.charAt(at), radix) >= 0) {
                value = value * radix + Character.digit(text.charAt(at), radix);
                at++;
            }
            return new Escape(new LiteralElement(value, numeric), at);
        }
    }
}
