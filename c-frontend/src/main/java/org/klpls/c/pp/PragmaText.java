package org.klpls.c.pp;

/** A pragma as one line, as gcc passes it through. */
final class PragmaText {
    private PragmaText() {}

    /** {@code #pragma} and the rest of its line: one blank wherever white space stood. */
    static String of(LexedFile file, LexedFile.DirectiveLine line, Interner interner) {
        StringBuilder text = new StringBuilder("#pragma");
        for (int at = line.start() + 2; at < line.end(); at++) {
            long token = file.tokens[at];
            if (at == line.start() + 2 || RawToken.has(token, RawToken.SPACE)) {
                text.append(' ');
            }
            text.append(interner.text(RawToken.symbol(token)));
        }
        return text.toString();
    }
}
