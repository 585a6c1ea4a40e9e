package org.klpls.c.ast;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Where the declarations of a text stand, and which names they make known, in their order: enough to find a declaration by a name
 * without reading the others. Immutable.
 */
public final class Outline {
    /** What a declaration makes a name known as. One name may be a tag and something else. */
    public static final int TAG = 0;
    public static final int ORDINARY = 1;
    public static final int TYPEDEF = 2;

    private static final int MEANING_BITS = 2;
    private static final int[] NONE = {};

    private final int[] firsts;
    private final int[] ends;
    /** Where the names of each declaration end among all. */
    private final int[] nameEnds;
    private final int[] names;
    /** The declarations of a symbol are {@code declaring[starts[symbol], starts[symbol + 1])}, ascending. */
    private final int[] starts;
    private final int[] declaring;

    private Outline(int[] firsts, int[] ends, int[] nameEnds, int[] names) {
        this.firsts = firsts;
        this.ends = ends;
        this.nameEnds = nameEnds;
        this.names = names;
        int symbols = 0;
        for (int name : names) {
            symbols = Math.max(symbols, symbol(name) + 1);
        }
        this.starts = new int[symbols + 1];
        this.declaring = new int[names.length];
        for (int name : names) {
            starts[symbol(name)]++;
        }
        for (int symbol = 1; symbol <= symbols; symbol++) {
            starts[symbol] += starts[symbol - 1];
        }
        for (int i = firsts.length - 1; i >= 0; i--) {
            for (int at = nameCount(i) - 1; at >= 0; at--) {
                declaring[--starts[symbol(name(i, at))]] = i;
            }
        }
    }

    public static int symbol(int name) {
        return name >>> MEANING_BITS;
    }

    public static int meaning(int name) {
        return name & (1 << MEANING_BITS) - 1;
    }

    public int size() {
        return firsts.length;
    }

    /** Index of the first token of a declaration. */
    public int first(int declaration) {
        return firsts[declaration];
    }

    /** Index of the token after the last one of a declaration. */
    public int end(int declaration) {
        return ends[declaration];
    }

    /** Index of the token after the last one of all; 0 if there are no declarations. */
    public int end() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /** How many names a declaration makes known. A tag that only an expression in it defines may be among them. */
    public int nameCount(int declaration) {
        return nameEnds[declaration] - nameStart(declaration);
    }

    /** One of those: see {@link #symbol} and {@link #meaning}. */
    public int name(int declaration, int index) {
        return names[nameStart(declaration) + index];
    }

    private int nameStart(int declaration) {
        return declaration == 0 ? 0 : nameEnds[declaration - 1];
    }

    public boolean isDeclared(int symbol) {
        return symbol + 1 < starts.length && starts[symbol] < starts[symbol + 1];
    }

    /** The declarations that make this symbol known, whatever as, in their order. */
    public int[] declaring(int symbol) {
        return symbol + 1 >= starts.length ? NONE : Arrays.copyOfRange(declaring, starts[symbol], starts[symbol + 1]);
    }

    /** The declaration in which this token stands. */
    public OptionalInt at(int token) {
        int found = Arrays.binarySearch(firsts, token);
        int declaration = found >= 0 ? found : -found - 2;
        return declaration >= 0 && token < ends[declaration] ? OptionalInt.of(declaration) : OptionalInt.empty();
    }

    /** Takes declarations in their order. */
    public static final class Builder {
        private int[] firsts = new int[64];
        private int[] ends = new int[64];
        private int[] nameEnds = new int[64];
        private int[] names = new int[64];
        private int declarations;
        private int nameCount;

        /** A declaration; the names that follow are its own. */
        public void declaration(int first, int end) {
            if (declarations == firsts.length) {
                firsts = Arrays.copyOf(firsts, declarations * 2);
                ends = Arrays.copyOf(ends, declarations * 2);
                nameEnds = Arrays.copyOf(nameEnds, declarations * 2);
            }
            firsts[declarations] = first;
            ends[declarations] = end;
            nameEnds[declarations++] = nameCount;
        }

        public void name(int symbol, int meaning) {
            if (nameCount == names.length) {
                names = Arrays.copyOf(names, nameCount * 2);
            }
            names[nameCount++] = symbol << MEANING_BITS | meaning;
            nameEnds[declarations - 1] = nameCount;
        }

        public Outline build() {
            return new Outline(Arrays.copyOf(firsts, declarations), Arrays.copyOf(ends, declarations),
                    Arrays.copyOf(nameEnds, declarations), Arrays.copyOf(names, nameCount));
        }
    }
}
