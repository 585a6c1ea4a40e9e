package org.klpls.core.kernel.index;

/** The hash of a name in an object, whose lower bits tell its slot, and whose upper ones its fingerprint. Part of the format. */
final class NameHash {
    private NameHash() {}

    static int of(String name, int object) {
        return mixed(name.hashCode(), object);
    }

    /** The same of a name of one byte a char. */
    static int of(byte[] bytes, int offset, int length, int object) {
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + (bytes[i] & 0xff);
        }
        return mixed(hash, object);
    }

    private static int mixed(int hash, int object) {
        int mixed = (hash + object * 0x61c88647) * 0x9e3779b1;
        return mixed ^ mixed >>> 15;
    }

    /** Slots for the names of that many symbols: a power of two, a quarter of them empty. */
    static int slots(int symbols) {
        return Integer.highestOneBit(Math.max(symbols, 8) / 3 * 4) * 2;
    }
}
