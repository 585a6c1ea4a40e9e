package org.klpls.c.text;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Writes text in UTF-8, and what {@link SourceBytes#decode} made of a byte that is none as that byte. Holds nothing back but half a character. */
public final class SourceBytesWriter extends Writer {
    private final OutputStream out;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13);
    /** The first half of a character whose second one was not written yet; else 0. */
    private char half;

    public SourceBytesWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
        synchronized (lock) {
            if (half != 0 && length > 0) {
                char[] joined = new char[length + 1];
                joined[0] = half;
                System.arraycopy(chars, offset, joined, 1, length);
                half = 0;
                encode(CharBuffer.wrap(joined));
            } else {
                encode(CharBuffer.wrap(chars, offset, length));
            }
        }
    }

    private void encode(CharBuffer text) throws IOException {
        while (true) {
            CoderResult result = encoder.encode(text, bytes, false);
            out.write(bytes.array(), 0, bytes.position());
            bytes.clear();
            if (result.isUnderflow()) {
                half = text.hasRemaining() ? text.get() : 0;
                return;
            }
            for (int i = 0; result.isError() && i < result.length(); i++) {
                char lone = text.get();
                out.write(SourceBytes.isByte(lone) ? lone : '?');
            }
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            if (half != 0) {
                out.write('?');
                half = 0;
            }
            out.close();
        }
    }
}
