package org.klpls.c.pp;

import java.util.Arrays;

/** A growing array of {@link RawToken}s. What is written below the size never changes, so old arrays stay readable. */
final class TokenBuffer {
    private long[] tokens;
    private int size;

    TokenBuffer() {
        this(4096);
    }

    /** @param expected how many tokens there will be, about */
    TokenBuffer(int expected) {
        tokens = new long[Math.max(1, expected)];
    }

    int size() {
        return size;
    }

    void add(long token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, size * 2);
        }
        tokens[size++] = token;
    }

    void addAll(long[] from, int start, int end) {
        int count = end - start;
        if (size + count > tokens.length) {
            tokens = Arrays.copyOf(tokens, Math.max(size + count, tokens.length * 2));
        }
        System.arraycopy(from, start, tokens, size, count);
        size += count;
    }

    long get(int index) {
        return tokens[index];
    }

    void set(int index, long token) {
        tokens[index] = token;
    }

    void truncate(int newSize) {
        size = newSize;
    }

    long[] array() {
        return tokens;
    }
}
