package org.klpls.core.kernel.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Finds the symbols of an object by name. The symbols of a name in an object are a group, in the kernel's order, so that a sympos is a
 * place in it. Groups of one bucket of {@link NameHash} stand one behind another. So the cost of a look-up is that of the one place in
 * a large table that it visits, and of nothing else.
 *
 * <p>{@link Block#BUCKETS}: per bucket the offset of its first group, in 4 bytes, and the end of the last one. A group: its hash,
 * object, number of symbols, length of the name, in 4 bytes each; the name, zeros up to a multiple of 4; the symbols.
 */
final class NamedSymbols {
    static final int OBJECT = 4;
    static final int COUNT = 8;
    static final int NAME_LENGTH = 12;
    static final int NAME = 16;
    /** Address in 8 bytes, size in 4, the symbol's number in 4. */
    static final int SYMBOL_SIZE = 16;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    // Buffers: asked at random places they are quicker than ElfBytes.
    private final ByteBuffer buckets;
    private final ByteBuffer groups;
    private final int mask;

    NamedSymbols(IndexBlocks blocks) {
        buckets = blocks.get(Block.BUCKETS).asByteBuffer();
        groups = blocks.get(Block.GROUPS).asByteBuffer();
        mask = buckets.capacity() / Integer.BYTES - 2;
    }

    /** Whether there are as many buckets as belong to this many symbols. */
    boolean fits(int symbols) {
        return buckets.capacity() == (NameHash.buckets(symbols) + 1L) * Integer.BYTES;
    }

    /** Where the group of a name in an object begins, or -1. It lies inside with all of its symbols. */
    int group(int object, String name) {
        int hash = NameHash.of(name, object);
        int bucket = (hash & mask) * Integer.BYTES;
        int end = Math.min(buckets.getInt(bucket + Integer.BYTES), groups.capacity());
        int at = buckets.getInt(bucket);
        while (at >= 0 && at <= (long) end - NAME) {
            int count = count(at);
            int length = groups.getInt(at + NAME_LENGTH);
            long next = at + groupSize(length, count);
            if (count <= 0 || length < 0 || next > end) {
                return -1;
            }
            if (groups.getInt(at) == hash && groups.getInt(at + OBJECT) == object && length == name.length()
                    && isText(at + NAME, name)) {
                return at;
            }
            at = (int) next;
        }
        return -1;
    }

    private boolean isText(int at, String name) {
        byte[] latin = name.getBytes(StandardCharsets.ISO_8859_1);
        boolean isExact = true;
        int i = 0;
        for (; i + Long.BYTES <= latin.length; i += Long.BYTES) {
            long word = groups.getLong(at + i);
            if (word != (long) WORDS.get(latin, i)) {
                return false;
            }
            isExact &= !holdsQuestionMark(word);
        }
        for (; i < latin.length; i++) {
            if (groups.get(at + i) != latin[i]) {
                return false;
            }
            isExact &= latin[i] != '?';
        }
        // A char that no byte stands for has become a question mark.
        return isExact || new String(latin, StandardCharsets.ISO_8859_1).equals(name);
    }

    /** Whether one of the 8 bytes is a question mark: only there does subtracting 1 borrow into a bit that was clear. */
    private static boolean holdsQuestionMark(long word) {
        long zeros = word ^ 0x3f3f3f3f3f3f3f3fL;
        return (zeros - 0x0101010101010101L & ~zeros & 0x8080808080808080L) != 0;
    }

    /** Symbols of a group, at least 1. */
    int count(int group) {
        return groups.getInt(group + COUNT);
    }

    /** The place of the i-th symbol, from 0, of a group. */
    int symbol(int group, int i) {
        return (int) (group + groupSize(groups.getInt(group + NAME_LENGTH), i));
    }

    long address(int symbol) {
        return groups.getLong(symbol);
    }

    /** In bytes, or {@link SymbolColumns#UNKNOWN_SIZE}. */
    int size(int symbol) {
        return groups.getInt(symbol + 8);
    }

    /** Which symbol of the index that is; anything in a file that lies. */
    int number(int symbol) {
        return groups.getInt(symbol + 12);
    }

    /** Bytes of a group. */
    static long groupSize(int nameLength, int count) {
        return NAME + ((nameLength + 3L) & -4) + (long) count * SYMBOL_SIZE;
    }
}
