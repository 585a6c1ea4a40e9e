package org.klpls.c.pp;

/**
 * A token while it is lexed and expanded, as one long: location (32 bits), symbol (24), class (4) and flags (4), from
 * the top. In a {@link LexedFile} the location is the offset in that file; the preprocessor adds the file's base.
 */
final class RawToken {
    static final int SYMBOL_BITS = 24;

    // Classes.
    static final int IDENTIFIER = 0;
    static final int NUMBER = 1;
    static final int CHARACTER = 2;
    static final int STRING = 3;
    static final int PUNCTUATOR = 4;
    static final int OTHER = 5;
    /** A header's name after #include, its delimiters included. */
    static final int HEADER_NAME = 6;
    /** A whole pragma line; the symbol is its text. */
    static final int PRAGMA = 7;
    /** The # that begins a directive; the symbol is the directive's index in its file. */
    static final int DIRECTIVE = 8;
    /** A parameter in a macro's body; the symbol is its index. */
    static final int PARAMETER = 9;
    /** __VA_OPT__ and its paren in a macro's body; the symbol is how far away its end is. */
    static final int VA_OPT = 10;
    /** No token: what was between two, as cpplib's CPP_PADDING; the symbol is one of the three below. */
    static final int PADDING = 11;
    /** The closing paren of __VA_OPT__ in a macro's body. */
    static final int VA_OPT_END = 12;
    static final int EOF = 15;

    /** Padding of an end of a macro: nothing is known of the space there. */
    static final int FROM_NOWHERE = 0;
    /** Padding for a token that has no space in front. */
    static final int FROM_TIGHT = 1;
    /** Padding for a token that has space in front. */
    static final int FROM_SPACED = 2;

    // Flags.
    /** White space, a comment or a new line stands in front. */
    static final int SPACE = 1;
    /** A macro's name that will never be expanded. */
    static final int NO_EXPAND = 2;
    /** In a macro's body: ## follows. */
    static final int PASTE_LEFT = 4;
    /** In a macro's body: # stands in front of this parameter. */
    static final int STRINGIFY = 8;

    private RawToken() {}

    static long of(int location, int symbol, int tokenClass, int flags) {
        return (long) location << 32 | (long) symbol << 8 | tokenClass << 4 | flags;
    }

    static int location(long token) {
        return (int) (token >>> 32);
    }

    static int symbol(long token) {
        return (int) (token >>> 8) & 0xffffff;
    }

    static int tokenClass(long token) {
        return (int) token >>> 4 & 15;
    }

    static boolean has(long token, int flag) {
        return ((int) token & flag) != 0;
    }

    static boolean isWord(long token, int word) {
        return ((int) (token >>> 8) & 0xffffff) == word && isLexical(tokenClass(token));
    }

    /** Whether the symbol is a text and nothing else. */
    private static boolean isLexical(int tokenClass) {
        return tokenClass <= OTHER;
    }

    /** Whether its symbol is a text in the interner. */
    static boolean isText(long token) {
        return tokenClass(token) <= PRAGMA;
    }

    static long withSymbol(long token, int symbol) {
        return token & ~0xffffff00L | (long) symbol << 8;
    }

    static long padding(int from) {
        return (long) from << 8 | PADDING << 4;
    }

    /** Padding that stands for the space in front of a token. */
    static long paddingOf(long token) {
        return padding(has(token, SPACE) ? FROM_SPACED : FROM_TIGHT);
    }
}
