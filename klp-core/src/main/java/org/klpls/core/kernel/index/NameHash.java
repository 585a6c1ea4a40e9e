package org.klpls.core.kernel.index;

/** Where the search for a name in an object begins. Part of the format. */
final class NameHash {
    private NameHash() {}

    /** A slot of a table of {@code slots}, which is a power of two. */
    static int slot(String name, int object, int slots) {
        int hash = (name.hashCode() + object * 0x61c88647) * 0x9e3779b1;
        return (hash ^ hash >>> 15) & (slots - 1);
    }

    /** Slots for that many names: at most half of them are taken. */
    static int slots(int names) {
        return Integer.highestOneBit(Math.max(names, 8) * 2 - 1) * 2;
    }
}
