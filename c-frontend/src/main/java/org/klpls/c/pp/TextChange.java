package org.klpls.c.pp;

import java.util.Arrays;

import org.klpls.c.text.LineMap;
import org.klpls.c.text.SourceText;

/**
 * How a newer text of the main file differs from an older one: in one stretch, outside of which the tokens are the same.
 *
 * @param file the newer text's tokens
 * @param sameTokens how many tokens at the beginning are the same, at the same offsets
 * @param rest index of the first older token from which on all are the same, at other offsets
 * @param restOffset its offset
 * @param tokens how many more tokens there are than in the older text
 * @param characters how many more characters
 * @param lines how many more lines
 * @param directives how many more directives
 */
record TextChange(LexedFile file, int sameTokens, int rest, int restOffset, int tokens, int characters, int lines,
        int directives) {

    /** Reads a newer text's tokens: anew only from the line at the margin before the change to the next one after it. */
    static TextChange of(LexedFile older, SourceText newer, Interner interner, LexerMode mode) {
        String old = older.source.text();
        String text = newer.text();
        int same = sameAtBeginning(old, text);
        int sameAtEnd = sameAtEnd(old, text, same);
        // What is typed behind a comment without an end may end it: then all is read again.
        boolean isOpen = older.unterminatedComment >= 0;
        int margin = isOpen ? -1 : lastMargin(older, same);
        Lexer.Again again = Lexer.again(newer, interner, mode, older, margin,
                isOpen ? Integer.MAX_VALUE : old.length() - sameAtEnd);
        LexedFile file = again.file();
        int start = margin < 0 ? 0 : RawToken.location(older.tokens[older.margins[margin]]);
        int restOffset = again.rest() < older.tokens.length
                ? RawToken.location(older.tokens[again.rest()])
                : old.length();
        int characters = text.length() - old.length();
        int tokens = file.tokens.length - older.tokens.length;
        int sameTokens = Arrays.mismatch(file.tokens, older.tokens);
        return new TextChange(file, sameTokens < 0 ? file.tokens.length : sameTokens, again.rest(), restOffset, tokens,
                characters, lines(text, start, restOffset + characters) - lines(old, start, restOffset),
                file.directiveCount() - older.directiveCount());
    }

    private static int sameAtBeginning(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int at = 0;
        while (at < length && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static int sameAtEnd(String one, String other, int sameAtBeginning) {
        int length = Math.min(one.length(), other.length()) - sameAtBeginning;
        int count = 0;
        while (count < length && one.charAt(one.length() - 1 - count) == other.charAt(other.length() - 1 - count)) {
            count++;
        }
        return count;
    }

    /** The last margin up to an offset; -1 if there is none. */
    private static int lastMargin(LexedFile file, int offset) {
        int low = 0;
        int high = file.margins.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (RawToken.location(file.tokens[file.margins[middle]]) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Both ends are beginnings of lines, or of the text, or its end. */
    private static int lines(String text, int start, int end) {
        return LineMap.of(text.substring(start, end)).lines();
    }

    /** Where an older offset outside of the change is now. */
    int moved(int offset) {
        return offset >= restOffset ? offset + characters : offset;
    }

    /** A token of the older text, or of a macro's body there, at its place in the newer one. */
    long moved(long token) {
        return RawToken.location(token) >= restOffset ? token + ((long) characters << 32) : token;
    }
}
