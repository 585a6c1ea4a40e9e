package org.klpls.core.kernel.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Collects the strings of an index, each once. */
final class StringPool {
    private static final int LONGEST = 0xffff;

    private final Map<String, Integer> offsets = new HashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

    /** Where this string stands in the pool. */
    int offset(String text) {
        Integer known = offsets.get(text);
        if (known != null) {
            return known;
        }
        int offset = bytes.size();
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        int length = Math.min(latin.length, LONGEST);
        bytes.write(length);
        bytes.write(length >> 8);
        bytes.write(latin, 0, length);
        offsets.put(text, offset);
        return offset;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
