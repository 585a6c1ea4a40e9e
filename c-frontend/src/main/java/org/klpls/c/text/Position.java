package org.klpls.c.text;

/** A place as editors name it: 0-based line, 0-based UTF-16 character in that line. */
public record Position(int line, int character) {
    public Position {
        if (line < 0 || character < 0) {
            throw new IllegalArgumentException("not a position: " + line + ":" + character);
        }
    }
}
