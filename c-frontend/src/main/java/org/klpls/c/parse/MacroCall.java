package org.klpls.c.parse;

import java.util.Locale;
import java.util.OptionalInt;

import static org.klpls.c.parse.GnuCParserConstants.*;

/** Calls of macros that no header defines, told by their capitals: what is left of them where a header is missing. */
record MacroCall(Lookahead parser) {
    /** Whether the pending word is a name, and such a call the next one: not {@code int __init f(}. */
    boolean isBehindName() {
        String name = parser.text(parser.pending());
        return isCapital(parser.tokens.text(parser.feed.after(parser.here()))) && !isCapital(name)
                && !name.startsWith("_");
    }

    /** Where it goes on behind such a call, if the pending word begins one with all its parentheses. */
    OptionalInt end() {
        if (!parser.at(IDENTIFIER) || parser.peek(1) != LPAREN
                || !isCapital(parser.text(parser.pending()))) {
            return OptionalInt.empty();
        }
        int depth = 0;
        int index = parser.feed.after(parser.here());
        do {
            switch (parser.feed.kind(index)) {
                case LPAREN -> depth++;
                case RPAREN -> depth--;
                case SEMICOLON, LBRACE, EOF -> {
                    return OptionalInt.empty();
                }
                default -> {
                }
            }
            index = parser.feed.after(index);
        } while (depth > 0);
        return OptionalInt.of(index);
    }

    private static boolean isCapital(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT));
    }
}
