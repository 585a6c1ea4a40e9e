package org.klpls.c.pp;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Each distinct token text once, by a small number. Safe for all threads; finding a known text takes no lock.
 *
 * <p>Readers race with the one writer on plain arrays. What a reader finds is checked against the text itself, and
 * what it does not find it looks for again under the lock, so that a stale read costs time only.
 */
public final class Interner {
    /** How many texts one interner holds: as many as {@link RawToken} has bits for. */
    private static final int MOST = 1 << RawToken.SYMBOL_BITS;

    private record Table(int[] slots, int[] hashes, String[] texts) {}

    private volatile Table table = new Table(new int[1 << 14], new int[1 << 13], new String[1 << 13]);
    private int size;

    public Interner() {
        for (int word = 0; word < Words.count; word++) {
            String text = Words.text(word);
            insert(text, hash(text.toCharArray(), 0, text.length()));
        }
    }

    public int intern(String text) {
        return intern(text.toCharArray(), 0, text.length());
    }

    /** Symbol of {@code chars[start, end)}. */
    int intern(char[] chars, int start, int end) {
        int hash = hash(chars, start, end);
        int found = find(table, chars, start, end, hash);
        if (found >= 0) {
            return found;
        }
        synchronized (this) {
            found = find(table, chars, start, end, hash);
            return found >= 0 ? found : insert(new String(chars, start, end - start), hash);
        }
    }

    /** The symbol of a text that was interned; none is made. */
    OptionalInt known(String text) {
        char[] chars = text.toCharArray();
        int hash = hash(chars, 0, chars.length);
        int found = find(table, chars, 0, chars.length, hash);
        if (found >= 0) {
            return OptionalInt.of(found);
        }
        synchronized (this) {
            found = find(table, chars, 0, chars.length, hash);
            return found >= 0 ? OptionalInt.of(found) : OptionalInt.empty();
        }
    }

    public String text(int index) {
        return table.texts[index];
    }

    /** How many texts there are: all symbols are below it. */
    public synchronized int size() {
        return size;
    }

    private static int find(Table table, char[] chars, int start, int end, int hash) {
        int[] slots = table.slots;
        int mask = slots.length - 1;
        for (int at = hash & mask;; at = (at + 1) & mask) {
            int symbol = slots[at] - 1;
            if (symbol < 0) {
                return -1;
            }
            if (table.hashes[symbol] == hash && equal(table.texts[symbol], chars, start, end)) {
                return symbol;
            }
        }
    }

    private static boolean equal(@org.jspecify.annotations.Nullable String text, char[] chars, int start, int end) {
        if (text == null || text.length() != end - start) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }

    private synchronized int insert(String text, int hash) {
        if (size == MOST) {
            throw new IllegalStateException("more than " + MOST + " distinct token texts");
        }
        if (size == table.texts.length) {
            grow();
        }
        table.texts[size] = text;
        table.hashes[size] = hash;
        place(table.slots, hash, size);
        return size++;
    }

    private synchronized void grow() {
        int capacity = size * 2;
        int[] slots = new int[capacity * 2];
        for (int symbol = 0; symbol < size; symbol++) {
            place(slots, table.hashes[symbol], symbol);
        }
        table = new Table(slots, Arrays.copyOf(table.hashes, capacity), Arrays.copyOf(table.texts, capacity));
    }

    private static void place(int[] slots, int hash, int symbol) {
        int mask = slots.length - 1;
        int at = hash & mask;
        while (slots[at] != 0) {
            at = (at + 1) & mask;
        }
        slots[at] = symbol + 1;
    }

    private static int hash(char[] chars, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + chars[i];
        }
        return hash ^ hash >>> 15;
    }
}
