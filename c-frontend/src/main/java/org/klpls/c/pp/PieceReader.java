package org.klpls.c.pp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link PieceWriter} wrote. A length that does not fit what is there is a {@link Damaged} file. */
final class PieceReader {
    /** The bytes are not what was written. */
    static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1;

        Damaged(String message) {
            super(message);
        }
    }

    private final ByteBuffer bytes;

    PieceReader(ByteBuffer bytes) {
        this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    long number() {
        if (bytes.remaining() < 8) {
            throw new Damaged("it ends too early");
        }
        return bytes.getLong();
    }

    int smallNumber() {
        long value = number();
        if (value != (int) value) {
            throw new Damaged(value + " is too large");
        }
        return (int) value;
    }

    byte[] bytes() {
        byte[] values = new byte[length(1)];
        bytes.get(values);
        return values;
    }

    int[] ints() {
        int[] values = new int[length(4)];
        bytes.asIntBuffer().get(values);
        bytes.position(bytes.position() + 4 * values.length);
        return values;
    }

    long[] longs() {
        long[] values = new long[length(8)];
        bytes.asLongBuffer().get(values);
        bytes.position(bytes.position() + 8 * values.length);
        return values;
    }

    String text() {
        if (number() == 1) {
            return new String(bytes(), StandardCharsets.ISO_8859_1);
        }
        char[] chars = new char[length(2)];
        bytes.asCharBuffer().get(chars);
        bytes.position(bytes.position() + 2 * chars.length);
        return new String(chars);
    }

    List<String> texts() {
        int[] ends = ints();
        String all = text();
        List<String> texts = new ArrayList<>(ends.length);
        int start = 0;
        for (int end : ends) {
            if (end < start || end > all.length()) {
                throw new Damaged("a text ends outside of all texts");
            }
            texts.add(all.substring(start, end));
            start = end;
        }
        return texts;
    }

    private int length(int size) {
        long length = number();
        if (length < 0 || length > bytes.remaining() / size) {
            throw new Damaged("a length of " + length + " is more than is there");
        }
        return (int) length;
    }
}
