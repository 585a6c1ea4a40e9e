package org.klpls.core.kernel.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Finds the symbols of an object by name. The symbols of a name in an object are a group, in the kernel's order, so that a sympos is a
 * place in it. A table of slots, small enough to stay in a processor's cache, leads to it; of the groups, a look-up visits one.
 *
 * <p>{@link Block#SLOTS}: per slot 4 bytes, 0 where it is empty; else in the lower bits the offset of a group, divided by 8, and in the
 * others the upper bits of its {@link NameHash}. The search begins at the slot that the lower bits of the hash tell, and ends at an empty one.
 *
 * <p>{@link Block#GROUPS}: 8 bytes of nothing; then groups, each at a multiple of 8: length of the name, object, number of symbols, in 4
 * bytes each; the name; zeros up to a multiple of 4; the symbols.
 */
final class NamedSymbols {
    /** Groups begin at multiples of it, the first one at the first. */
    static final int ALIGNMENT = 8;
    static final int OBJECT = 4;
    static final int COUNT = 8;
    static final int NAME = 12;
    /** Address in 8 bytes; size, the symbol's number and nm's letter in 4 bytes each: all that a look-up tells stands in one place. */
    static final int SYMBOL_SIZE = 20;
    static final int SIZE = 8;
    static final int NUMBER = 12;
    static final int TYPE = 16;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    // Buffers: asked at random places they are quicker than ElfBytes.
    private final ByteBuffer slots;
    private final ByteBuffer groups;
    private final int mask;
    private final int placeBits;

    NamedSymbols(IndexBlocks blocks) {
        slots = blocks.get(Block.SLOTS).asByteBuffer();
        groups = blocks.get(Block.GROUPS).asByteBuffer();
        mask = slots.capacity() / Integer.BYTES - 1;
        placeBits = placeBits(groups.capacity());
    }

    /** Bits of a slot that tell where in so many bytes a group stands. */
    static int placeBits(long groups) {
        return Long.SIZE - Long.numberOfLeadingZeros(groups / ALIGNMENT);
    }

    /** Whether there are as many slots as belong to this many symbols. */
    boolean fits(int symbols) {
        return slots.capacity() == (long) NameHash.slots(symbols) * Integer.BYTES;
    }

    /** Where the group of a name in an object begins, or -1. It lies inside with all of its symbols. */
    int group(int object, String name) {
        int hash = NameHash.of(name, object);
        int fingerprint = hash >>> placeBits;
        // In a table that lies no slot may be empty.
        for (int i = 0; i <= mask; i++) {
            int slot = slots.getInt((hash + i & mask) * Integer.BYTES);
            if (slot == 0) {
                return -1;
            }
            if (slot >>> placeBits == fingerprint) {
                long at = (slot & (1L << placeBits) - 1) * ALIGNMENT;
                if (isGroup(at, object, name)) {
                    return (int) at;
                }
            }
        }
        return -1;
    }

    private boolean isGroup(long place, int object, String name) {
        if (place > groups.capacity() - NAME) {
            return false;
        }
        int at = (int) place;
        int length = name.length();
        int count = groups.getInt(at + COUNT);
        return groups.getInt(at) == length && groups.getInt(at + OBJECT) == object && count > 0
                && place + groupSize(length, count) <= groups.capacity() && isText(at + NAME, name);
    }

    private boolean isText(int at, String name) {
        byte[] latin = name.getBytes(StandardCharsets.ISO_8859_1);
        boolean isExact = true;
        int last = latin.length - Long.BYTES;
        if (last >= 0) {
            // The last 8 bytes, whatever of them was compared before: quicker than one by one.
            for (int i = 0; i < last; i += Long.BYTES) {
                long word = groups.getLong(at + i);
                if (word != (long) WORDS.get(latin, i)) {
                    return false;
                }
                isExact &= !holdsQuestionMark(word);
            }
            long word = groups.getLong(at + last);
            if (word != (long) WORDS.get(latin, last)) {
                return false;
            }
            isExact &= !holdsQuestionMark(word);
        } else {
            for (int i = 0; i < latin.length; i++) {
                if (groups.get(at + i) != latin[i]) {
                    return false;
                }
                isExact &= latin[i] != '?';
            }
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
        return (int) (group + symbols(groups.getInt(group)) + (long) i * SYMBOL_SIZE);
    }

    long address(int symbol) {
        return groups.getLong(symbol);
    }

    /** In bytes, or {@link SymbolColumns#UNKNOWN_SIZE}. */
    int size(int symbol) {
        return groups.getInt(symbol + SIZE);
    }

    /** Which symbol of the index that is; anything in a file that lies. */
    int number(int symbol) {
        return groups.getInt(symbol + NUMBER);
    }

    /** nm's letter. */
    char type(int symbol) {
        return (char) (groups.getInt(symbol + TYPE) & 0xff);
    }

    /** Where in its group the first symbol stands. */
    private static long symbols(int nameLength) {
        return NAME + ((nameLength + 3L) & -4);
    }

    /** Bytes of a group, without what is left free behind it. */
    static long groupSize(int nameLength, int count) {
        return symbols(nameLength) + (long) count * SYMBOL_SIZE;
    }
}
