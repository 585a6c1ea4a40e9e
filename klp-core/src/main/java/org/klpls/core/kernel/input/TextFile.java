package org.klpls.core.kernel.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** A System.map, a Module.symvers, a configuration: text of some MB. */
final class TextFile {
    /** Bytes. The kallsyms of a kernel with all of its modules loaded has about 20 MB. */
    static final int LONGEST = 128 << 20;

    private TextFile() {}

    /** All of it. A file that is longer than any such file cannot be read, also where it grows meanwhile. */
    static String read(Path file, Charset charset) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LONGEST + 1);
            if (content.length > LONGEST) {
                throw new IOException("more than " + LONGEST + " bytes are too many for a list or a configuration");
            }
            return new String(content, charset);
        }
    }
}
