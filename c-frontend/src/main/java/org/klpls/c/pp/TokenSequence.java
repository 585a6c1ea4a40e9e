package org.klpls.c.pp;

import java.util.Arrays;

/**
 * The tokens of one translation unit after preprocessing, as parallel arrays; the last one is {@link TokenKind#EOF}.
 *
 * <p>A location is a file's base in the {@link SourceMap} plus an offset in that file. A token from a macro has two:
 * where its characters stand (spelling), and where the outermost macro was called in a file (expansion). For any other
 * token both are the same.
 *
 * <p>Immutable once published; growing is the preprocessor's business.
 */
public final class TokenSequence {
    private static final TokenKind[] KINDS = TokenKind.values();

    private final Interner interner;
    private byte[] kinds = new byte[1024];
    private int[] symbols = new int[1024];
    private int[] spellings = new int[1024];
    private int[] expansions = new int[1024];
    private int size;

    public TokenSequence(Interner interner) {
        this.interner = interner;
    }

    public void add(TokenKind kind, int symbol, int spelling, int expansion) {
        add(kind.ordinal(), symbol, spelling, expansion);
    }

    void add(int kind, int symbol, int spelling, int expansion) {
        if (size == kinds.length) {
            int capacity = size * 2;
            kinds = Arrays.copyOf(kinds, capacity);
            symbols = Arrays.copyOf(symbols, capacity);
            spellings = Arrays.copyOf(spellings, capacity);
            expansions = Arrays.copyOf(expansions, capacity);
        }
        kinds[size] = (byte) kind;
        symbols[size] = symbol;
        spellings[size] = spelling;
        expansions[size++] = expansion;
    }

    public int size() {
        return size;
    }

    public TokenKind kind(int index) {
        return KINDS[kinds[index]];
    }

    /** The kind as JavaCC knows it: {@link TokenKind#ordinal()}. */
    public int kindOrdinal(int index) {
        return kinds[index];
    }

    /** Index of its text in the interner. */
    public int symbol(int index) {
        return symbols[index];
    }

    public String text(int index) {
        return interner.text(symbols[index]);
    }

    public int spelling(int index) {
        return spellings[index];
    }

    public int expansion(int index) {
        return expansions[index];
    }

    public boolean isFromMacro(int index) {
        return spellings[index] != expansions[index];
    }
}
