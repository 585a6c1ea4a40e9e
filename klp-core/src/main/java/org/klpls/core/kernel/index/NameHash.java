package org.klpls.core.kernel.index;

import org.klpls.core.elf.ElfBytes;

/** The hash of a name in an object, whose lower bits tell its bucket. Part of the format. */
final class NameHash {
    private NameHash() {}

    static int of(String name, int object) {
        return mixed(name.hashCode(), object);
    }

    /** The same of a name of one byte a char. */
    static int of(ElfBytes bytes, long offset, int length, int object) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + bytes.u8(offset + i);
        }
        return mixed(hash, object);
    }

    private static int mixed(int hash, int object) {
        int mixed = (hash + object * 0x61c88647) * 0x9e3779b1;
        return mixed ^ mixed >>> 15;
    }

    /** Buckets for the names of that many symbols, a power of two: about one name for each. */
    static int buckets(int symbols) {
        return Integer.highestOneBit(Math.max(symbols, 8));
    }
}
