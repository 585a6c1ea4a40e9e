package org.klpls.c.parse;

import org.klpls.c.pp.TokenSequence;

import static org.klpls.c.parse.GnuCParserConstants.EOF;
import static org.klpls.c.parse.GnuCParserConstants.IDENTIFIER;
import static org.klpls.c.parse.GnuCParserConstants.PRAGMA;
import static org.klpls.c.parse.GnuCParserConstants.TYPEDEF_NAME;

/** Hands the preprocessor's tokens to the parser. Here a name becomes a type's name or another's; pragmas are left out. */
final class TokenFeed implements TokenManager {
    private final TokenSequence tokens;
    private final NameScopes names;
    private int next;
    private int furthest;

    TokenFeed(TokenSequence tokens, NameScopes names, int start) {
        this.tokens = tokens;
        this.names = names;
        this.next = start;
    }

    @Override
    public Token getNextToken() {
        int index = skipPragmas(next);
        int kind = kind(index);
        next = kind == EOF ? index : index + 1;
        return new Token(kind, index);
    }

    void seek(int index) {
        next = Math.min(index, tokens.size() - 1);
    }

    /** The same token with its kind as of now: a scope has changed since it was handed out. */
    Token again(Token token) {
        boolean name = token.kind == IDENTIFIER || token.kind == TYPEDEF_NAME;
        return name && kind(token.index) != token.kind ? new Token(kind(token.index), token.index) : token;
    }

    /** Index of the token after this one. */
    int after(int index) {
        return index + 1 < tokens.size() ? skipPragmas(index + 1) : index;
    }

    int kind(int index) {
        lookedAt(index);
        int kind = tokens.kindOrdinal(index);
        return kind == IDENTIFIER && names.isTypedef(tokens.symbol(index)) ? TYPEDEF_NAME : kind;
    }

    /** From here on {@link #furthest} counts from this token. */
    void beginAt(int index) {
        furthest = index;
    }

    void lookedAt(int index) {
        if (index > furthest) {
            furthest = index;
        }
    }

    /** The last token that the parser has looked at. */
    int furthest() {
        return furthest;
    }

    private int skipPragmas(int start) {
        int index = start;
        while (tokens.kindOrdinal(index) == PRAGMA) {
            index++;
        }
        return index;
    }
}
