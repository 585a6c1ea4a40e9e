package org.klpls.c.pp;

import java.util.List;
import java.util.Set;

/**
 * How characters become tokens, as far as flags change it.
 *
 * @param trigraphs whether {@code ??=} is {@code #}: in strict standards before C23, and with {@code -trigraphs}
 * @param lineComments whether {@code //} begins a comment: not in strict C90
 */
record LexerMode(boolean trigraphs, boolean lineComments) {
    /** GNU C. */
    static final LexerMode USUAL = new LexerMode(false, true);

    private static final Set<String> C90 = Set.of("-ansi", "-std=c89", "-std=c90", "-std=iso9899:1990",
            "-std=iso9899:199409");
    private static final Set<String> C23 = Set.of("-std=c23", "-std=iso9899:2024", "-std=c2y");

    static LexerMode of(List<String> arguments) {
        boolean trigraphs = false;
        boolean lineComments = true;
        for (String argument : arguments) {
            if (argument.startsWith("-std=") || argument.equals("-ansi")) {
                trigraphs = !argument.startsWith("-std=gnu") && !C23.contains(argument);
                lineComments = !C90.contains(argument);
            }
        }
        return new LexerMode(trigraphs || arguments.contains("-trigraphs"), lineComments);
    }
}
