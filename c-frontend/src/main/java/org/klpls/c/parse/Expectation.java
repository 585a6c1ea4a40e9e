package org.klpls.c.parse;

import java.util.Arrays;
import java.util.Optional;

import static org.klpls.c.parse.GnuCParserConstants.*;

/** What the parser waited for, in the words of a person. */
final class Expectation {
    /** What a reader would type, the likeliest first. */
    private static final int[] CLOSERS = {SEMICOLON, RPAREN, RBRACKET, RBRACE, COLON, COMMA, LBRACE, ASSIGN, LPAREN,
            WHILE};
    private static final String[] SPELLINGS = {"';'", "')'", "']'", "'}'", "':'", "','", "'{'", "'='", "'('",
            "'while'"};

    private Expectation() {}

    /** What would have ended or continued what was read before the wrong token; empty if something is missing here. */
    static Optional<String> closer(int[] expected) {
        if (takesExpression(expected) || contains(expected, IDENTIFIER)) {
            return Optional.empty();
        }
        for (int i = 0; i < CLOSERS.length; i++) {
            if (contains(expected, CLOSERS[i])) {
                return Optional.of(SPELLINGS[i]);
            }
        }
        return Optional.empty();
    }

    /** What should stand in place of the wrong token. */
    static String replacement(int[] expected) {
        if (takesExpression(expected)) {
            return "an expression";
        }
        if (contains(expected, IDENTIFIER)) {
            return "a name";
        }
        return contains(expected, STRING) ? "a string" : "something else";
    }

    private static boolean takesExpression(int[] expected) {
        return contains(expected, NUMBER) && contains(expected, IDENTIFIER);
    }

    private static boolean contains(int[] expected, int kind) {
        return Arrays.stream(expected).anyMatch(k -> k == kind);
    }
}
