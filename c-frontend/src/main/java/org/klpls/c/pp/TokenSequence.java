package org.klpls.c.pp;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

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
    private final Dialect dialect;
    /** Tokens of a {@link Preamble} that come first; they stay where they are. Null, not Optional: looked at for each token. */
    private final @Nullable TokenSequence prefix;
    private final int prefixSize;
    private byte[] kinds;
    private int[] symbols;
    private int[] spellings;
    private int[] expansions;
    private int own;

    public TokenSequence(Interner interner, Dialect dialect) {
        this(interner, dialect, null, 0, 1024);
    }

    /** @param expected how many tokens there will be, about */
    TokenSequence(Interner interner, Dialect dialect, int expected) {
        this(interner, dialect, null, 0, expected + expected / 32 + 1024);
    }

    /** Begins with the first tokens of another sequence, which has no such beginning itself. */
    TokenSequence(Interner interner, TokenSequence prefix, int prefixSize) {
        this(interner, prefix.dialect, prefix, prefixSize, 1024);
    }

    private TokenSequence(Interner interner, Dialect dialect, @Nullable TokenSequence prefix, int prefixSize,
            int capacity) {
        this.interner = interner;
        this.dialect = dialect;
        this.prefix = prefix;
        this.prefixSize = prefixSize;
        this.kinds = new byte[capacity];
        this.symbols = new int[capacity];
        this.spellings = new int[capacity];
        this.expansions = new int[capacity];
    }

    /** All that a sequence is made of, to be kept elsewhere. */
    record Columns(byte[] kinds, int[] symbols, int[] spellings, int[] expansions) {}

    /** A sequence that was kept. */
    TokenSequence(Interner interner, Dialect dialect, Columns kept) {
        this.interner = interner;
        this.dialect = dialect;
        this.prefix = null;
        this.prefixSize = 0;
        this.kinds = kept.kinds;
        this.symbols = kept.symbols;
        this.spellings = kept.spellings;
        this.expansions = kept.expansions;
        this.own = kept.kinds.length;
    }

    /** Its first tokens; it begins with no other sequence. */
    Columns columns(int count) {
        return new Columns(Arrays.copyOf(kinds, count), Arrays.copyOf(symbols, count),
                Arrays.copyOf(spellings, count), Arrays.copyOf(expansions, count));
    }

    public void add(TokenKind kind, int symbol, int spelling, int expansion) {
        add(kind.ordinal(), symbol, spelling, expansion);
    }

    void add(int kind, int symbol, int spelling, int expansion) {
        ensure(own + 1);
        kinds[own] = (byte) kind;
        symbols[own] = symbol;
        spellings[own] = spelling;
        expansions[own++] = expansion;
    }

    private void ensure(int size) {
        if (size > kinds.length) {
            int capacity = Math.max(size, own * 2) + 1024;
            kinds = Arrays.copyOf(kinds, capacity);
            symbols = Arrays.copyOf(symbols, capacity);
            spellings = Arrays.copyOf(spellings, capacity);
            expansions = Arrays.copyOf(expansions, capacity);
        }
    }

    /**
     * Adds tokens of another sequence, none of them of what that begins with; what stands between two locations there stands so many
     * characters further on here.
     */
    void take(TokenSequence other, int first, int end, int from, int to, int characters) {
        int count = end - first;
        int start = first - other.prefixSize;
        ensure(own + count);
        System.arraycopy(other.kinds, start, kinds, own, count);
        System.arraycopy(other.symbols, start, symbols, own, count);
        System.arraycopy(other.spellings, start, spellings, own, count);
        System.arraycopy(other.expansions, start, expansions, own, count);
        if (characters != 0) {
            move(spellings, own, own + count, from, to, characters);
            move(expansions, own, own + count, from, to, characters);
        }
        own += count;
    }

    private static void move(int[] locations, int start, int end, int from, int to, int characters) {
        for (int i = start; i < end; i++) {
            int location = locations[i];
            locations[i] = from <= location && location <= to ? location + characters : location;
        }
    }

    Interner interner() {
        return interner;
    }

    /** The C that these are tokens of. */
    public Dialect dialect() {
        return dialect;
    }

    public int size() {
        return prefixSize + own;
    }

    public TokenKind kind(int index) {
        return KINDS[kindOrdinal(index)];
    }

    /** The kind as JavaCC knows it: {@link TokenKind#ordinal()}. */
    public int kindOrdinal(int index) {
        return prefix != null && index < prefixSize ? prefix.kinds[index] : kinds[index - prefixSize];
    }

    /** Index of its text in the interner. */
    public int symbol(int index) {
        return prefix != null && index < prefixSize ? prefix.symbols[index] : symbols[index - prefixSize];
    }

    public String text(int index) {
        return interner.text(symbol(index));
    }

    /** The symbol of a text; empty if no token has had this text so far. */
    public OptionalInt symbolOf(String text) {
        return interner.known(text);
    }

    /** Which symbols stand for texts that begin so, by symbol. */
    public boolean[] symbolsWith(String begin) {
        boolean[] found = new boolean[interner.size()];
        for (int symbol = 0; symbol < found.length; symbol++) {
            found[symbol] = interner.text(symbol).startsWith(begin);
        }
        return found;
    }

    /** Which symbols stand for these texts, by symbol. */
    public boolean[] symbolsOf(Collection<String> texts) {
        boolean[] found = new boolean[interner.size()];
        texts.forEach(text -> interner.known(text).ifPresent(symbol -> found[symbol] = true));
        return found;
    }

    /** The first token among [from, end) with one of these symbols; end if there is none. */
    public int firstOf(boolean[] wanted, int from, int end) {
        int at = from;
        if (prefix != null && at < prefixSize) {
            at = firstOf(prefix.symbols, wanted, at, Math.min(end, prefixSize));
        }
        return at < Math.min(end, prefixSize)
                ? at
                : firstOf(symbols, wanted, at - prefixSize, end - prefixSize) + prefixSize;
    }

    /** The first pragma among [from, end); end if there is none. */
    public int firstPragma(int from, int end) {
        int at = from;
        if (prefix != null && at < prefixSize) {
            at = firstPragma(prefix.kinds, at, Math.min(end, prefixSize));
        }
        return at < Math.min(end, prefixSize) ? at : firstPragma(kinds, at - prefixSize, end - prefixSize) + prefixSize;
    }

    // These go over all tokens in a process that has just begun, before they are compiled: nothing but the array is in the loop.

    private static int firstOf(int[] symbols, boolean[] wanted, int from, int end) {
        int at = from;
        while (at < end && !(symbols[at] < wanted.length && wanted[symbols[at]])) {
            at++;
        }
        return at;
    }

    private static int firstPragma(byte[] kinds, int from, int end) {
        byte pragma = (byte) TokenKind.PRAGMA.ordinal();
        int at = from;
        while (at < end && kinds[at] != pragma) {
            at++;
        }
        return at;
    }

    public int spelling(int index) {
        return prefix != null && index < prefixSize ? prefix.spellings[index] : spellings[index - prefixSize];
    }

    public int expansion(int index) {
        return prefix != null && index < prefixSize ? prefix.expansions[index] : expansions[index - prefixSize];
    }

    /**
     * How many tokens are the same from here on as from there on in another sequence, but for where they stand. Both places lie
     * behind what the sequences begin with in common, and both have the same interner.
     */
    public int alike(int from, TokenSequence other, int otherFrom) {
        int mine = from - prefixSize;
        int its = otherFrom - other.prefixSize;
        int count = Math.min(own - mine, other.own - its);
        int sameKinds = Arrays.mismatch(kinds, mine, mine + count, other.kinds, its, its + count);
        int kindsAlike = sameKinds < 0 ? count : sameKinds;
        int sameSymbols = Arrays.mismatch(symbols, mine, mine + kindsAlike, other.symbols, its, its + kindsAlike);
        return sameSymbols < 0 ? kindsAlike : sameSymbols;
    }

    public boolean isFromMacro(int index) {
        return spelling(index) != expansion(index);
    }
}
