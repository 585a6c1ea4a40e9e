package org.klpls.core.source;

import org.klpls.c.pp.TokenKind;
import org.klpls.c.pp.TokenSequence;

/** Tokens back to text, as kernel style spaces them: {@code int f(struct s *a, int b)}. */
final class Spelling {
    private Spelling() {}

    static String of(TokenSequence tokens, int first, int end) {
        StringBuilder text = new StringBuilder();
        for (int i = first; i < end; i++) {
            if (i > first && isSpaced(tokens.kind(i - 1), tokens.kind(i))) {
                text.append(' ');
            }
            text.append(tokens.text(i));
        }
        return text.toString();
    }

    private static boolean isSpaced(TokenKind before, TokenKind after) {
        boolean tight = switch (after) {
            case COMMA, SEMICOLON, RPAREN, LBRACKET, RBRACKET, LPAREN -> true;
            default -> false;
        };
        boolean opened = before == TokenKind.LPAREN || before == TokenKind.LBRACKET || before == TokenKind.STAR;
        boolean functionPointer = after == TokenKind.LPAREN && before == TokenKind.STAR;
        return !functionPointer && !opened && (!tight || after == TokenKind.LPAREN && isWord(before));
    }

    /** A parenthesis right after a type's word begins a declarator, {@code int (*f)(void)}; after a name, parameters. */
    private static boolean isWord(TokenKind kind) {
        return switch (kind) {
            case INT, CHAR, VOID, LONG, SHORT, UNSIGNED, SIGNED, BOOL, DOUBLE, FLOAT, TYPEDEF_NAME -> true;
            default -> false;
        };
    }
}
