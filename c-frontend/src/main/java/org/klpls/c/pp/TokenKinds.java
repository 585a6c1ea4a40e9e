package org.klpls.c.pp;

/** The parser's kind of a token, by its class and, for words, by the dialect. */
final class TokenKinds {
    private static final TokenKind[] KINDS = TokenKind.values();

    private static final byte[] OF_CLASS = ofClasses();

    private final byte[] wordKinds;

    TokenKinds(Dialect dialect) {
        wordKinds = dialect.wordKinds();
    }

    TokenKind of(long token) {
        return KINDS[ordinal(token)];
    }

    int ordinal(long token) {
        int symbol = RawToken.symbol(token);
        int tokenClass = RawToken.tokenClass(token);
        return symbol < wordKinds.length && (tokenClass == RawToken.IDENTIFIER || tokenClass == RawToken.PUNCTUATOR)
                ? wordKinds[symbol]
                : OF_CLASS[tokenClass];
    }

    private static byte[] ofClasses() {
        byte[] kinds = new byte[RawToken.EOF + 1];
        for (int tokenClass = 0; tokenClass < kinds.length; tokenClass++) {
            kinds[tokenClass] = (byte) ofClass(tokenClass).ordinal();
        }
        return kinds;
    }

    private static TokenKind ofClass(int tokenClass) {
        return switch (tokenClass) {
            case RawToken.IDENTIFIER, RawToken.PUNCTUATOR -> TokenKind.IDENTIFIER;
            case RawToken.NUMBER -> TokenKind.NUMBER;
            case RawToken.CHARACTER -> TokenKind.CHARACTER;
            case RawToken.STRING -> TokenKind.STRING;
            case RawToken.PRAGMA -> TokenKind.PRAGMA;
            case RawToken.EOF -> TokenKind.EOF;
            default -> TokenKind.OTHER;
        };
    }
}
