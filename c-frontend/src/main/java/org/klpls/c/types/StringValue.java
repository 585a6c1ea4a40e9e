package org.klpls.c.types;

import java.util.List;

/** The characters that string literals stand for. */
public final class StringValue {
    private StringValue() {}

    /** Adjacent literals, each with its quotes and prefix, as one string. */
    public static String of(List<String> pieces) {
        StringBuilder value = new StringBuilder();
        pieces.forEach(piece -> append(piece, value));
        return value.toString();
    }

    private static void append(String piece, StringBuilder value) {
        int open = piece.indexOf('"');
        int close = piece.lastIndexOf('"');
        if (open < 0 || close <= open) {
            return;
        }
        int i = open + 1;
        while (i < close) {
            if (piece.charAt(i) == '\\' && i + 1 < close) {
                i = escape(piece, i + 1, close, value);
            } else {
                value.append(piece.charAt(i++));
            }
        }
    }

    /** Reads one escape after its backslash; returns the offset behind it. */
    private static int escape(String text, int at, int end, StringBuilder value) {
        char c = text.charAt(at);
        if (c == 'x') {
            return number(text, at + 1, end, 16, Integer.MAX_VALUE, value);
        }
        if (Character.digit(c, 8) >= 0) {
            return number(text, at, end, 8, 3, value);
        }
        value.append(switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'a' -> (char) 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> (char) 11;
            case 'e' -> (char) 27;
            default -> c;
        });
        return at + 1;
    }

    private static int number(String text, int start, int end, int radix, int most, StringBuilder value) {
        int at = start;
        int number = 0;
        while (at < end && at - start < most && Character.digit(text.charAt(at), radix) >= 0) {
            number = (number * radix + Character.digit(text.charAt(at), radix)) & 0xff;
            at++;
        }
        value.append((char) number);
        return at;
    }
}
