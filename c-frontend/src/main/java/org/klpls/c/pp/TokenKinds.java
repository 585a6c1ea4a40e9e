package org.klpls.c.pp;

/** The parser's kind of a token, by its class and, for words, by the dialect. */
final class TokenKinds {
    private static final TokenKind[] KINDS = TokenKind.values();

    private final byte[] wordKinds;

    TokenKinds(Dialect dialect) {
        wordKinds = dialect.wordKinds();
    }

    TokenKind of(long token) {
        return KINDS[ordinal(token)];
    }

    int ordinal(long token) {
        return switch (RawToken.tokenClass(token)) {
            case RawToken.IDENTIFIER, RawToken.PUNCTUATOR -> {
                int symbol = RawToken.symbol(token);
                yield symbol < wordKinds.length ? wordKinds[symbol] : TokenKind.IDENTIFIER.ordinal();
            }
            case RawToken.NUMBER -> TokenKind.NUMBER.ordinal();
            case RawToken.CHARACTER -> TokenKind.CHARACTER.ordinal();
            case RawToken.STRING -> TokenKind.STRING.ordinal();
            case RawToken.PRAGMA -> TokenKind.PRAGMA.ordinal();
            case RawToken.EOF -> TokenKind.EOF.ordinal();
            default -> TokenKind.OTHER.ordinal();
        };
    }
}
