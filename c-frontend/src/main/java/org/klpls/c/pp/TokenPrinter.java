package org.klpls.c.pp;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a unit's tokens as {@code gcc -E -P} does: lexed again they are the same tokens. */
public final class TokenPrinter {
    private static final int PIECE = 1 << 16;

    private final TokenSequence tokens;
    private final SourceMap map;
    private final StringBuilder text = new StringBuilder();

    private TokenPrinter(Preprocessed unit) {
        this.tokens = unit.tokens();
        this.map = unit.map();
    }

    public static String print(Preprocessed unit) {
        StringBuilder whole = new StringBuilder();
        try {
            print(unit, whole);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return whole.toString();
    }

    /** The same in pieces: some units are larger than their tokens. */
    public static void print(Preprocessed unit, Appendable out) throws IOException {
        TokenPrinter printer = new TokenPrinter(unit);
        for (int i = 0; i < printer.tokens.size() - 1; i++) {
            printer.token(i);
            if (printer.text.length() >= PIECE) {
                out.append(printer.text);
                printer.text.setLength(0);
            }
        }
        out.append(printer.text.append('\n'));
    }

    private void token(int index) {
        boolean pragma = tokens.kind(index) == TokenKind.PRAGMA;
        boolean afterPragma = index > 0 && tokens.kind(index - 1) == TokenKind.PRAGMA;
        if (index > 0) {
            // A # that begins a line would be a directive.
            boolean newLine = pragma || afterPragma || onNewLine(index) && tokens.kind(index) != TokenKind.HASH;
            text.append(newLine ? "\n" : touches(index) ? "" : " ");
        } else if (tokens.kind(index) == TokenKind.HASH) {
            text.append("/**/ ");
        }
        String name = tokens.text(index);
        text.append(tokens.kind(index) == TokenKind.IDENTIFIER ? UniversalName.spelled(name) : name);
    }

    private boolean onNewLine(int index) {
        int before = tokens.expansion(index - 1);
        int here = tokens.expansion(index);
        return before != here && map.line(before) != map.line(here);
    }

    /** Whether the token followed the one before without a gap where both were written. */
    private boolean touches(int index) {
        return !tokens.isFromMacro(index) && !tokens.isFromMacro(index - 1)
                && tokens.spelling(index - 1) + tokens.text(index - 1).length() == tokens.spelling(index);
    }
}
