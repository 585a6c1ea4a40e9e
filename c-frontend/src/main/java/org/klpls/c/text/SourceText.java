package org.klpls.c.text;

import java.nio.file.Path;

/**
 * The text of one file at one moment: what the disk or the editor held. Immutable, shared between threads.
 *
 * @param path absolute and normalised
 */
public record SourceText(Path path, String text, LineMap lines) {
    public static SourceText of(Path path, String text) {
        return new SourceText(path.toAbsolutePath().normalize(), text, LineMap.of(text));
    }

    public String slice(Span span) {
        return text.substring(span.start(), span.end());
    }

    public Position position(int offset) {
        return lines.position(offset);
    }
}
