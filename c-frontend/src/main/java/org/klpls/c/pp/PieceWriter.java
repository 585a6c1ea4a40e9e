package org.klpls.c.pp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Numbers and texts one after the other, as {@link PieceReader} reads them: each array and text with its length in front. */
final class PieceWriter {
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    void number(long value) {
        room(8).putLong(value);
    }

    void bytes(byte[] values) {
        number(values.length);
        room(values.length).put(values);
    }

    void ints(int[] values) {
        number(values.length);
        ByteBuffer target = room(4L * values.length);
        target.asIntBuffer().put(values);
        target.position(target.position() + 4 * values.length);
    }

    void longs(long[] values) {
        number(values.length);
        ByteBuffer target = room(8L * values.length);
        target.asLongBuffer().put(values);
        target.position(target.position() + 8 * values.length);
    }

    /** A byte for each character, or two where one does not do: characters that stand for bytes stay what they are. */
    void text(String text) {
        boolean narrow = text.chars().allMatch(it -> it < 256);
        number(narrow ? 1 : 2);
        if (narrow) {
            bytes(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            number(text.length());
            ByteBuffer target = room(2L * text.length());
            target.asCharBuffer().put(text);
            target.position(target.position() + 2 * text.length());
        }
    }

    /** All in one text, and where in it each ends: it is read much faster than so many. */
    void texts(List<String> texts) {
        int[] ends = new int[texts.size()];
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < ends.length; i++) {
            all.append(texts.get(i));
            ends[i] = all.length();
        }
        ints(ends);
        text(all.toString());
    }

    /** All that another one holds. */
    void all(PieceWriter other) {
        ByteBuffer more = other.written();
        room(more.remaining()).put(more);
    }

    /** What was written so far, to be read from its beginning. */
    ByteBuffer written() {
        return bytes.duplicate().flip();
    }

    private ByteBuffer room(long more) {
        long needed = bytes.position() + more;
        if (needed > bytes.capacity()) {
            int position = bytes.position();
            byte[] larger = Arrays.copyOf(bytes.array(), Math.toIntExact(Math.max(needed, bytes.capacity() * 2L)));
            bytes = ByteBuffer.wrap(larger).order(ByteOrder.LITTLE_ENDIAN).position(position);
        }
        return bytes;
    }
}
