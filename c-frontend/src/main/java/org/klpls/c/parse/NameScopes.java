package org.klpls.c.parse;

import java.util.Arrays;

import org.klpls.c.ast.Outline;

/**
 * What a name means at this point of the text, as far as the grammar must know: a type, something else, or nothing yet.
 * Leaving a scope brings the outer meanings back.
 */
final class NameScopes {
    private static final byte UNKNOWN = 0;
    private static final byte ORDINARY = Outline.ORDINARY;
    private static final byte TYPEDEF = Outline.TYPEDEF;

    /** By the name's index in the interner. */
    private byte[] meanings;

    /** For each declaration inside a scope: the name, and what it meant before. */
    private int[] shadowed = new int[256];
    private byte[] before = new byte[256];
    private int shadows;

    private int[] scopes = new int[32];
    private int depth;

    /** What was declared outside of all scopes, in order. */
    private int[] changes = new int[64];
    private int changeCount;
    /** The tags defined there. */
    private int[] tags = new int[16];
    private int tagCount;

    /** One declaration of the file level as an int: the name, what it meant before, and what it means since. */
    static final class Change {
        private Change() {}

        static int of(int symbol, int before, int meaning) {
            return symbol << 4 | before << 2 | meaning;
        }

        static int symbol(int change) {
            return change >>> 4;
        }

        static int before(int change) {
            return change >>> 2 & 3;
        }

        static int meaning(int change) {
            return change & 3;
        }
    }

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
        return meaning(symbol) != UNKNOWN;
    }

    int meaning(int symbol) {
        return symbol < meanings.length ? meanings[symbol] : UNKNOWN;
    }

    /** How many declarations of the file level there were so far. */
    int changeCount() {
        return changeCount;
    }

    /** Those of them from this one on. */
    int[] changesFrom(int first) {
        return Arrays.copyOfRange(changes, first, changeCount);
    }

    /** Takes back the declarations of the file level since there were so many. */
    void takeBackTo(int count) {
        while (changeCount > count) {
            revert(changes[--changeCount]);
        }
    }

    /** Lets a name mean again what it meant before a declaration of the file level. */
    void revert(int change) {
        meanings[Change.symbol(change)] = (byte) Change.before(change);
    }

    /** Lets a name mean what a declaration of the file level made of it. */
    void apply(int change) {
        meanings[Change.symbol(change)] = (byte) Change.meaning(change);
    }

    /** A struct, union or enum of this name is defined. */
    void defineTag(int symbol) {
        if (depth == 0) {
            if (tagCount == tags.length) {
                tags = Arrays.copyOf(tags, tagCount * 2);
            }
            tags[tagCount++] = symbol;
        }
    }

    /** The tags that were defined outside of all scopes since this was last asked. */
    int[] takeTags() {
        int[] taken = Arrays.copyOf(tags, tagCount);
        tagCount = 0;
        return taken;
    }

    /** Declares again, at the file level, what was declared in another reading. */
    void repeat(int[] declared) {
        for (int change : declared) {
            declare(Change.symbol(change), (byte) Change.meaning(change));
        }
    }

    private void declare(int symbol, byte meaning) {
        if (symbol >= meanings.length) {
            meanings = Arrays.copyOf(meanings, Math.max(symbol + 1, meanings.length * 2));
        }
        if (depth > 0) {
            shadow(symbol);
        } else {
            note(Change.of(symbol, meanings[symbol], meaning));
        }
        meanings[symbol] = meaning;
    }

    private void note(int change) {
        if (changeCount == changes.length) {
            changes = Arrays.copyOf(changes, changeCount * 2);
        }
        changes[changeCount++] = change;
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
