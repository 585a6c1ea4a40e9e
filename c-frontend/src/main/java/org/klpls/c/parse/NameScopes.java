package org.klpls.c.parse;

import java.util.Arrays;

/**
 * What a name means at this point of the text, as far as the grammar must know: a type, something else, or nothing yet.
 * Leaving a scope brings the outer meanings back.
 */
final class NameScopes {
    private static final byte UNKNOWN = 0;
    private static final byte ORDINARY = 1;
    private static final byte TYPEDEF = 2;

    /** By the name's index in the interner. */
    private byte[] meanings;

    /** For each declaration inside a scope: the name, and what it meant before. */
    private int[] shadowed = new int[256];
    private byte[] before = new byte[256];
    private int shadows;

    private int[] scopes = new int[32];
    private int depth;

    private NameScopes(byte[] meanings) {
        this.meanings = meanings;
    }

    static NameScopes empty() {
        return new NameScopes(new byte[1 << 14]);
    }

    /** The file scope alone, to go on from. */
    NameScopes copyOfFileScope() {
        NameScopes copy = new NameScopes(meanings.clone());
        for (int i = shadows - 1; i >= 0; i--) {
            copy.meanings[shadowed[i]] = before[i];
        }
        return copy;
    }

    void enter() {
        if (depth == scopes.length) {
            scopes = Arrays.copyOf(scopes, depth * 2);
        }
        scopes[depth++] = shadows;
    }

    void leave() {
        leaveTo(depth - 1);
    }

    /** Leaves all scopes inside of this depth. */
    void leaveTo(int outer) {
        while (depth > outer) {
            int start = scopes[--depth];
            while (shadows > start) {
                shadows--;
                meanings[shadowed[shadows]] = before[shadows];
            }
        }
    }

    int depth() {
        return depth;
    }

    void declareTypedef(int symbol) {
        declare(symbol, TYPEDEF);
    }

    void declareOrdinary(int symbol) {
        declare(symbol, ORDINARY);
    }

    boolean isTypedef(int symbol) {
        return symbol < meanings.length && meanings[symbol] == TYPEDEF;
    }

    boolean isDeclared(int symbol) {
        return symbol < meanings.length && meanings[symbol] != UNKNOWN;
    }

    private void declare(int symbol, byte meaning) {
        if (symbol >= meanings.length) {
            meanings = Arrays.copyOf(meanings, Math.max(symbol + 1, meanings.length * 2));
        }
        if (depth > 0) {
            shadow(symbol);
        }
        meanings[symbol] = meaning;
    }

    private void shadow(int symbol) {
        if (shadows == shadowed.length) {
            shadowed = Arrays.copyOf(shadowed, shadows * 2);
            before = Arrays.copyOf(before, shadows * 2);
        }
        shadowed[shadows] = symbol;
        before[shadows++] = meanings[symbol];
    }
}
