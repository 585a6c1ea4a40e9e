package org.klpls.c.pp;

/** One character of a character constant or string literal, escapes undone. */
final class EscapeSequence {
    private EscapeSequence() {}

    /** The value of the character at {@code at[0]}, which then is behind it. */
    static long value(String text, int[] at) {
        char c = text.charAt(at[0]++);
        if (c != '\\' || at[0] >= text.length()) {
            return c;
        }
        char kind = text.charAt(at[0]++);
        return switch (kind) {
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'e', 'E' -> 27;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            case 'x' -> digits(text, at, 16, 16);
            case 'u' -> digits(text, at, 16, 4);
            case 'U' -> digits(text, at, 16, 8);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                at[0]--;
                yield digits(text, at, 8, 3);
            }
            default -> kind;
        };
    }

    /** Whether the digits are there that an escape at an offset must have, if one stands there. */
    static boolean hasDigits(String text, int at) {
        if (text.charAt(at) != '\\' || at + 1 >= text.length()) {
            return true;
        }
        int needed = switch (text.charAt(at + 1)) {
            case 'x' -> 1;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        for (int i = 0; i < needed; i++) {
            if (at + 2 + i >= text.length() || Character.digit(text.charAt(at + 2 + i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static long digits(String text, int[] at, int radix, int most) {
        long value = 0;
        for (int i = 0; i < most && at[0] < text.length(); i++) {
            int digit = Character.digit(text.charAt(at[0]), radix);
            if (digit < 0) {
                break;
            }
            value = value * radix + digit;
            at[0]++;
        }
        return value;
    }
}
