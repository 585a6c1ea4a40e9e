package org.klpls.c.text;

/** A span of a particular text: the only form in which a place in C source leaves this module. */
public record SourceRange(SourceText source, Span span) {
    public SourceRange {
        if (span.end() > source.text().length()) {
            throw new IllegalArgumentException(span + " lies outside " + source.path());
        }
    }

    public Position start() {
        return source.position(span.start());
    }

    public Position end() {
        return source.position(span.end());
    }
}
