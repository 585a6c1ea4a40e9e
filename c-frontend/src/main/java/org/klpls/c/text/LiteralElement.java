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
        int open = opening(literal);
        List<LiteralElement> elements = new ArrayList<>();
        if (open == literal.length()) {
            return elements;
        }
        int end = literal.lastIndexOf(literal.charAt(open));
        for (int at = open + 1; at < end;) {
            char c = literal.charAt(at);
            if (c == '\\' && at + 1 < end) {
                Escape escape = Escape.at(literal, at + 1, end);
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

    /** Whether each escape of a literal that needs digits has them all: {@code \\x} one, {@code \\u} four, {@code \\U} eight. */
    public static boolean digitsAreComplete(String literal) {
        for (int at = literal.indexOf('\\'); at >= 0 && at + 1 < literal.length(); at = literal.indexOf('\\', at + 2)) {
            int needed = switch (literal.charAt(at + 1)) {
                case 'x' -> 1;
                case 'u' -> 4;
                case 'U' -> 8;
                default -> 0;
            };
            int digits = 0;
            while (digits < needed && at + 2 + digits < literal.length()
                    && Character.digit(literal.charAt(at + 2 + digits), 16) >= 0) {
                digits++;
            }
            if (digits < needed) {
                return false;
            }
        }
        return true;
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
        static Escape at(String text, int at, int end) {
            // gcc 13: \x{41}
            char kind = text.charAt(at);
            if ((kind == 'x' || kind == 'u' || kind == 'o') && text.startsWith("{", at + 1)) {
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
