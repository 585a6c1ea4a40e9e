package org.klpls.c.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a source file and the text they are. C sources are UTF-8 as far as anybody looks; gcc passes on whatever else
 * stands in comments and strings, such as a name in Latin-1. A byte that is no UTF-8 is the lone surrogate U+DC00 + byte: no
 * well-formed text has it, so every byte stays what it was.
 */
public final class SourceBytes {
    private static final char FIRST = 0xdc80;
    private static final char LAST = 0xdcff;

    private SourceBytes() {}

    public static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                return out.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (0xdc00 | in.get() & 0xff));
            }
            decoder.reset();
        }
    }

    /** Whether bytes are text of any kind: UTF-8, or at least without a NUL. */
    public static boolean areText(String decoded) {
        return decoded.indexOf(0) < 0 || decoded.chars().noneMatch(c -> isByte(c));
    }

    /** Whether a code point stands for a byte that is no UTF-8. */
    public static boolean isByte(int codePoint) {
        return codePoint >= FIRST && codePoint <= LAST;
    }

    /** The text with U+FFFD for each byte that is no UTF-8: for JSON, which has to be UTF-8. */
    public static String replaced(String decoded) {
        if (decoded.chars().noneMatch(SourceBytes::isByte)) {
            return decoded;
        }
        StringBuilder text = new StringBuilder();
        decoded.codePoints().forEach(it -> text.appendCodePoint(isByte(it) ? 0xfffd : it));
        return text.toString();
    }

    /** The bytes of a code point of a decoded text. */
    public static byte[] encode(int codePoint) {
        return isByte(codePoint)
                ? new byte[]{(byte) codePoint}
                : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    }
}
