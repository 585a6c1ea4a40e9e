package org.klpls.c.pp;

import org.klpls.c.text.LineMap;
import org.klpls.c.text.SourceBytes;

/** Finds the end of the token that begins at an offset, and what class of token it is. */
final class TokenScanner {
    private static final byte IDENTIFIER_PART = 1;
    private static final byte DIGIT = 2;
    /** Longer tokens end here where only their end is asked for. */
    private static final int LONGEST_LOOKED_AT = 1 << 14;
    private static final byte[] TRAITS = traits();

    private final char[] chars;
    private final int length;
    private final Comments comments;
    private final boolean c23;
    private final boolean delimitedEscapes;
    private int tokenClass;
    private boolean spliced;
    private boolean universal;

    /** @param chars the text, followed by at least four NULs */
    TokenScanner(char[] chars, int length) {
        this(chars, length, LexerMode.USUAL);
    }

    /** @param mode how characters become tokens here */
    TokenScanner(char[] chars, int length, LexerMode mode) {
        this.comments = new Comments(chars, length, mode.lineComments());
        this.c23 = mode.c23();
        this.delimitedEscapes = mode.delimitedEscapes();
        this.chars = chars;
        this.length = length;
    }

    /** Where the token that begins at an offset of a text ends. */
    static int endOfToken(String text, int start) {
        int end = Math.min(text.length(), start + LONGEST_LOOKED_AT);
        char[] chars = new char[end - start + 4];
        text.getChars(start, end, chars, 0);
        return start == end ? end : start + new TokenScanner(chars, end - start).scan(0);
    }

    /** The {@link RawToken} class of what was scanned last. */
    int tokenClass() {
        return tokenClass;
    }

    /** Whether a line splice stands in what was scanned last. */
    boolean spliced() {
        return spliced;
    }

    /** Whether universal character names stand in what was scanned last. */
    boolean universal() {
        return universal;
    }

    Comments comments() {
        return comments;
    }

    /** End of the token at {@code start}; at least one character is taken. */
    int scan(int start) {
        spliced = false;
        universal = false;
        char c = chars[start];
        if (c < 128 && (TRAITS[c] & IDENTIFIER_PART) != 0) {
            return (TRAITS[c] & DIGIT) != 0 ? number(start + 1) : identifierOrPrefix(start);
        }
        return switch (c) {
            case '"' -> quoted(start, '"', RawToken.STRING);
            case '\'' -> quoted(start, '\'', RawToken.CHARACTER);
            case '.' -> digitAt(next(start + 1)) ? number(next(start + 1) + 1) : punctuator(start);
            case '\\' -> universalName(start, true) > start ? identifier(start) : single(start);
            default -> c >= 128 && wordStart(start) ? identifier(start) : punctuator(start);
        };
    }

    /** Skips splices at an offset, and notes them. */
    private int next(int at) {
        if (chars[at] != '\\') {
            return at;
        }
        int after = Comments.splice(chars, at);
        spliced |= after > at;
        return after;
    }

    /** End of {@code <name>} on one line; the start if there is no {@code >}. */
    int headerName(int start) {
        spliced = false;
        for (int i = start + 1; !LineMap.endsLine(chars[i]) && i < length; i++) {
            if (chars[i] == '>') {
                return i + 1;
            }
        }
        return start;
    }

    String withoutSplices(int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        for (int i = start; i < end;) {
            int after = Comments.splice(chars, i);
            if (after == i) {
                text.append(chars[i++]);
            } else {
                i = after;
            }
        }
        return text.toString();
    }

    private int identifierOrPrefix(int start) {
        int end = identifier(start);
        char quote = chars[end];
        if (quote != '"' && quote != '\'' || end - start > 3 || spliced) {
            return end;
        }
        boolean raw = quote == '"' && chars[end - 1] == 'R';
        String prefix = new String(chars, start, end - start - (raw ? 1 : 0));
        return switch (prefix) {
            case "" -> rawString(end);
            case "L", "u", "U" -> raw
                    ? rawString(end)
                    : quoted(end, quote, quote == '"' ? RawToken.STRING : RawToken.CHARACTER);
            case "u8" -> raw
                    ? rawString(end)
                    : quote == '"'
                            ? quoted(end, quote, RawToken.STRING)
                            : c23 ? quoted(end, quote, RawToken.CHARACTER) : end;
            default -> end;
        };
    }

    private int identifier(int start) {
        tokenClass = RawToken.IDENTIFIER;
        int end = start;
        while (true) {
            char c = chars[end];
            if (wordPart(end)) {
                end++;
            } else if (c == '\\') {
                int after = next(end);
                after = after > end ? after : universalName(end, false);
                if (after == end || !continuesWord(after, end)) {
                    return end;
                }
                end = after;
            } else {
                return end;
            }
        }
    }

    private int universalName(int at, boolean first) {
        int end = UniversalName.end(chars, at, length, first, delimitedEscapes);
        universal |= end > at;
        return end;
    }

    /** Whether what follows a splice still belongs to the word: if not, the splice is not part of the token. */
    private boolean continuesWord(int after, int before) {
        return universalName(before, false) == after || wordPart(after) || chars[after] == '\\';
    }

    private boolean wordPart(int at) {
        char c = chars[at];
        if (c < 128) {
            return (TRAITS[c] & IDENTIFIER_PART) != 0;
        }
        return Character.isSurrogate(c)
                ? !SourceBytes.isByte(c) || at > 0 && Character.isHighSurrogate(chars[at - 1])
                : IdentifierCharacters.isPart(c);
    }

    /** @param at of a character beyond ASCII */
    private boolean wordStart(int at) {
        return Character.isSurrogate(chars[at]) ? wordPart(at) : IdentifierCharacters.isStart(chars[at]);
    }

    /** A pp-number, whose first digit is before {@code at}. */
    private int number(int at) {
        tokenClass = RawToken.NUMBER;
        int end = at;
        while (true) {
            char c = chars[end];
            int after = c == '\\' ? next(end) : end;
            if (after > end) {
                c = chars[after];
            } else if (c == '\\') {
                after = universalName(end, false);
                if (after == end) {
                    return end;
                }
                end = after;
                continue;
            }
            boolean sign = (c == '+' || c == '-') && exponent(chars[end - 1]);
            boolean separator = c == '\'' && c23 && wordPart(next(after + 1));
            if (!sign && !separator && c != '.' && !wordPart(after)) {
                return end;
            }
            end = after + 1;
        }
    }

    private static boolean exponent(char c) {
        return c == 'e' || c == 'E' || c == 'p' || c == 'P';
    }

    private boolean digitAt(int at) {
        return chars[at] >= '0' && chars[at] <= '9';
    }

    /** A string or character constant. If its line ends first, the rest of the line is one odd token, as in gcc. */
    private int quoted(int open, char quote, int whole) {
        tokenClass = whole;
        int at = open + 1;
        while (at < length) {
            char c = chars[at];
            if (c == quote) {
                return at + 1;
            }
            if (LineMap.endsLine(c)) {
                break;
            }
            if (c == '\\') {
                int after = next(at);
                at = after > at ? after : escaped(at);
            } else {
                at++;
            }
        }
        tokenClass = RawToken.OTHER;
        return Math.min(at, length);
    }

    private int escaped(int backslash) {
        int at = next(backslash + 1);
        return LineMap.endsLine(chars[at]) ? at : at + 1;
    }

    /** {@code R"delimiter( … )delimiter"}, from its quote. A wrong one is odd, up to its line's or the text's end. */
    private int rawString(int quote) {
        int paren = quote + 1;
        while (paren < length && paren - quote <= 17 && "()\\ \t\n\"".indexOf(chars[paren]) < 0) {
            paren++;
        }
        if (chars[paren] != '(' || paren - quote > 17) {
            tokenClass = RawToken.OTHER;
            return comments.endOfLine(quote);
        }
        int delimiter = paren - quote - 1;
        for (int at = paren + 1; at + delimiter + 1 < length; at++) {
            if (chars[at] == ')' && chars[at + 1 + delimiter] == '"' && sameDelimiter(quote + 1, at + 1, delimiter)) {
                tokenClass = RawToken.STRING;
                return at + delimiter + 2;
            }
        }
        tokenClass = RawToken.OTHER;
        return length;
    }

    private boolean sameDelimiter(int first, int second, int count) {
        for (int i = 0; i < count; i++) {
            if (chars[first + i] != chars[second + i]) {
                return false;
            }
        }
        return true;
    }

    private int single(int start) {
        tokenClass = RawToken.OTHER;
        return start + 1;
    }

    private int punctuator(int start) {
        tokenClass = RawToken.PUNCTUATOR;
        int second = next(start + 1);
        boolean splicedSecond = spliced;
        char c = chars[start];
        char d = chars[second];
        return switch (c) {
            case '(', ')', '[', ']', '{', '}', ';', ',', '?', '~' -> unspliced(start + 1);
            case '=', '!', '*', '^' -> d == '=' ? second + 1 : unspliced(start + 1);
            case '/' -> d == '=' ? second + 1 : unspliced(start + 1);
            case '+', '|', '&' -> d == '=' || d == c ? second + 1 : unspliced(start + 1);
            case '-' -> d == '=' || d == '-' || d == '>' ? second + 1 : unspliced(start + 1);
            case '#' -> d == '#' ? second + 1 : unspliced(start + 1);
            case ':' -> d == '>' ? second + 1 : unspliced(start + 1);
            case '<', '>' -> angle(start, second);
            case '.' -> ellipsis(start, second);
            case '%' -> percent(start, second, splicedSecond);
            default -> single(unspliced(start + 1) - 1);
        };
    }

    /** The token ends before any splice that was looked past. */
    private int unspliced(int end) {
        spliced = false;
        return end;
    }

    private int angle(int start, int second) {
        char c = chars[start];
        char d = chars[second];
        if (d == c) {
            boolean before = spliced;
            int third = next(second + 1);
            if (chars[third] == '=') {
                return third + 1;
            }
            spliced = before;
            return second + 1;
        }
        boolean two = d == '=' || c == '<' && (d == ':' || d == '%');
        return two ? second + 1 : unspliced(start + 1);
    }

    private int ellipsis(int start, int second) {
        if (chars[second] == '.') {
            int third = next(second + 1);
            if (chars[third] == '.') {
                return third + 1;
            }
        }
        return unspliced(start + 1);
    }

    private int percent(int start, int second, boolean splicedSecond) {
        char d = chars[second];
        if (d == ':') {
            int third = next(second + 1);
            if (chars[third] == '%') {
                int fourth = next(third + 1);
                if (chars[fourth] == ':') {
                    return fourth + 1;
                }
            }
            spliced = splicedSecond;
            return second + 1;
        }
        return d == '=' || d == '>' ? second + 1 : unspliced(start + 1);
    }

    private static byte[] traits() {
        byte[] traits = new byte[128];
        for (char c = 0; c < 128; c++) {
            boolean digit = c >= '0' && c <= '9';
            if (digit || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$') {
                traits[c] = digit ? IDENTIFIER_PART | DIGIT : IDENTIFIER_PART;
            }
        }
        return traits;
    }
}
