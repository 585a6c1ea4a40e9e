package org.klpls.c.pp;

import java.util.HexFormat;

import org.klpls.c.text.LineMap;
import org.klpls.c.text.UnicodeName;

/**
 * Universal character names that a word can hold: {@code \} u and four or U and eight hex digits, and since gcc 13 u with any
 * number of digits, or N with a name, in braces.
 */
final class UniversalName {
    private UniversalName() {}

    /**
     * End of the one that begins at an offset of {@code chars[0, length)}; the start if none does that a word can hold.
     *
     * @param first whether the word begins with it
     * @param delimited whether braces are known
     */
    static int end(char[] chars, int start, int length, boolean first, boolean delimited) {
        int end = form(chars, start, length, delimited);
        return end > start && isWordCharacter(character(chars, start, end), first) ? end : start;
    }

    private static int form(char[] chars, int start, int length, boolean delimited) {
        char kind = chars[start] == '\\' ? chars[start + 1] : 0;
        if (delimited && (kind == 'u' || kind == 'N') && chars[start + 2] == '{') {
            int close = start + 3;
            while (chars[close] != '}') {
                if (close >= length || LineMap.endsLine(chars[close])) {
                    return start;
                }
                close++;
            }
            return close + 1;
        }
        int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        return digits > 0 && chars[start + 2] != '{' && start + 2 + digits <= length ? start + 2 + digits : start;
    }

    /** The character that {@code chars[start, end)} names; 0 for none. */
    private static int character(char[] chars, int start, int end) {
        if (chars[start + 2] != '{') {
            return hex(new String(chars, start + 2, end - start - 2));
        }
        String inner = new String(chars, start + 3, end - start - 4);
        return chars[start + 1] == 'N' ? UnicodeName.character(inner).orElse(0) : hex(inner);
    }

    /** 0 for what are no hex digits, or too many. */
    private static int hex(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0 || value >= 1 << 24) {
                return 0;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static boolean isWordCharacter(int point, boolean first) {
        return point == '$'
                || point >= 128 && (first ? IdentifierCharacters.isStart(point) : IdentifierCharacters.isPart(point));
    }

    /** A word with the characters themselves in the place of their names: both spellings are one name. Source: gcc libcpp/charset.cc _cpp_interpret_identifier(). */
    static String resolved(String word) {
        char[] chars = (word + "\0\0\0\0").toCharArray();
        StringBuilder name = new StringBuilder(word.length());
        int at = 0;
        while (at < word.length()) {
            int end = form(chars, at, word.length(), true);
            if (end > at) {
                name.appendCodePoint(character(chars, at, end));
                at = end;
            } else {
                name.append(chars[at++]);
            }
        }
        return name.toString();
    }

    /** Whether a word has characters in it that may have been spelled by their names. */
    static boolean mayBeNamed(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 128 || word.charAt(i) == '$') {
                return true;
            }
        }
        return false;
    }

    /** A word as gcc -E writes it: {@code \} U and eight digits for each character beyond ASCII. Source: gcc libcpp/charset.cc _cpp_spell_ident_ucns(). */
    static String spelled(String word) {
        if (!mayBeNamed(word)) {
            return word;
        }
        StringBuilder text = new StringBuilder(word.length() + 20);
        word.codePoints().forEach(point -> {
            if (point < 128) {
                text.append((char) point);
            } else {
                text.append("\\U").append(HexFormat.of().toHexDigits(point));
            }
        });
        return text.toString();
    }
}
