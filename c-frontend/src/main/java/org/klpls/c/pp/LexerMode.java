package org.klpls.c.pp;

import java.util.List;
import java.util.Set;

/**
 * How characters become tokens, as far as flags change it.
 *
 * @param trigraphs whether {@code ??=} is {@code #}: in strict standards (C23 of gcc 12 too), and with {@code -trigraphs}
 * @param lineComments whether {@code //} begins a comment: not in strict C90
 * @param c23 whether {@code 1'000} is one number and {@code u8'a'} one character
 * @param delimitedEscapes whether {@code \\u{e9}} may stand in a name
 */
record LexerMode(boolean trigraphs, boolean lineComments, boolean c23, boolean delimitedEscapes) {
    /** GNU C. */
    static final LexerMode USUAL = new LexerMode(false, true, false, false);

    private static final Set<String> C90 = Set.of("-ansi", "-std=c89", "-std=c90", "-std=iso9899:1990",
            "-std=iso9899:199409");

    /** Of text that was preprocessed. */
    static LexerMode plain(Dialect dialect) {
        return new LexerMode(false, true, dialect.isC23(), dialect.hasDelimitedEscapes());
    }

    static LexerMode of(List<String> arguments, Dialect dialect) {
        boolean trigraphs = dialect.isStrict() && !dialect.hasC23Keywords();
        boolean lineComments = true;
        for (String argument : arguments) {
            if (argument.startsWith("-std=") || argument.equals("-ansi")) {
                lineComments = !C90.contains(argument);
            }
        }
        return new LexerMode(trigraphs || arguments.contains("-trigraphs"), lineComments, dialect.isC23(),
                dialect.hasDelimitedEscapes());
    }
}
