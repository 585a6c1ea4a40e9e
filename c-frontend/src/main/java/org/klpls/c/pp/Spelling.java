package org.klpls.c.pp;

import java.util.Arrays;
import java.util.function.LongFunction;

/** Makes new tokens out of the characters of old ones: the operators # and ##. */
final class Spelling {
    /** Characters that one token may have. */
    static final int LONGEST = 1 << 20;
    private static final int PASTED_BITS = 10;

    private final Interner interner;
    /** The same few pairs are pasted again and again: left and right symbol, and what came of them. */
    private final long[] pastedPairs = new long[1 << PASTED_BITS];
    private final long[] pastedResults = new long[1 << PASTED_BITS];

    Spelling(Interner interner) {
        this.interner = interner;
        Arrays.fill(pastedPairs, -1);
    }

    String text(long token) {
        return interner.text(RawToken.symbol(token));
    }

    /** Whether an odd token was meant as R"x(…)x". */
    boolean isWrongRawString(long token) {
        String text = text(token);
        int quote = text.indexOf('"');
        return quote > 0 && quote <= 3 && text.charAt(quote - 1) == 'R';
    }

    /**
     * The string literal that # makes of {@code tokens[start, end)}, cut where it gets too long. Source: gcc libcpp/macro.cc
     * stringify_arg().
     *
     * @param written how a name is spelled where it stands
     */
    String stringified(long[] tokens, int start, int end, LongFunction<String> written) {
        StringBuilder text = new StringBuilder("\"");
        int from = RawToken.FROM_NOWHERE;
        for (int i = start; i < end && text.length() <= LONGEST; i++) {
            long token = tokens[i];
            if (RawToken.tokenClass(token) == RawToken.PADDING) {
                from = merge(from, RawToken.symbol(token));
                continue;
            }
            boolean space = from == RawToken.FROM_NOWHERE
                    ? RawToken.has(token, RawToken.SPACE)
                    : from == RawToken.FROM_SPACED;
            if (space && text.length() > 1) {
                text.append(' ');
            }
            from = RawToken.FROM_NOWHERE;
            append(text, token, written);
        }
        dropLoneBackslash(text);
        return text.append('"').toString();
    }

    private static int merge(int from, int padding) {
        boolean replaces = from == RawToken.FROM_NOWHERE
                || from == RawToken.FROM_TIGHT && padding == RawToken.FROM_NOWHERE;
        return replaces ? padding : from;
    }

    private void append(StringBuilder text, long token, LongFunction<String> written) {
        String spelling = text(token);
        int tokenClass = RawToken.tokenClass(token);
        if (tokenClass != RawToken.STRING && tokenClass != RawToken.CHARACTER) {
            boolean named = tokenClass == RawToken.IDENTIFIER && UniversalName.mayBeNamed(spelling);
            text.append(named ? written.apply(token) : spelling);
            return;
        }
        for (int i = 0; i < spelling.length(); i++) {
            char c = spelling.charAt(i);
            if (c == '\n') {
                text.append("\\n");
                continue;
            }
            if (c == '\\' || c == '"') {
                text.append('\\');
            }
            text.append(c);
        }
    }

    /** An odd number of backslashes at the end would eat the closing quote. */
    private static void dropLoneBackslash(StringBuilder text) {
        int backslashes = 0;
        while (text.charAt(text.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        if (backslashes % 2 == 1) {
            text.setLength(text.length() - 1);
        }
    }

    /** What ## makes of two tokens, where the first one stands; -1 if that is no token. */
    long pasted(long left, long right) {
        long pair = (long) RawToken.symbol(left) << RawToken.SYMBOL_BITS | RawToken.symbol(right);
        int slot = (int) ((pair * 0x9e3779b97f4a7c15L) >>> 64 - PASTED_BITS);
        if (pastedPairs[slot] != pair) {
            long result = paste(left, right);
            if (result == -1) {
                return -1;
            }
            pastedPairs[slot] = pair;
            pastedResults[slot] = RawToken.of(0, RawToken.symbol(result), RawToken.tokenClass(result), 0);
        }
        return (left & ~0xffff_ffffL) | pastedResults[slot] | (left & RawToken.SPACE);
    }

    private long paste(long left, long right) {
        String leftText = text(left);
        String text = leftText + text(right);
        char[] chars = new char[text.length() + 4];
        text.getChars(0, text.length(), chars, 0);
        TokenScanner scanner = new TokenScanner(chars, text.length());
        if (text.isEmpty() || scanner.comments().end(0) > 0 || scanner.scan(0) != text.length()) {
            return -1;
        }
        int tokenClass = scanner.tokenClass();
        if (tokenClass == RawToken.OTHER && text.length() > 1) {
            return -1;
        }
        String name = tokenClass == RawToken.IDENTIFIER ? UniversalName.resolved(text) : text;
        return RawToken.of(0, interner.intern(name), tokenClass, 0);
    }
}
