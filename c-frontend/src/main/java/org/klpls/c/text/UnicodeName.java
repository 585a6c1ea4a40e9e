package org.klpls.c.text;

import java.util.OptionalInt;

/** Unicode's own names of characters: {@code \N{LATIN SMALL LETTER E}}. */
public final class UnicodeName {
    private UnicodeName() {}

    /** The character of this name, spelled exactly so; empty if there is none. */
    public static OptionalInt character(String name) {
        try {
            int point = Character.codePointOf(name);
            return name.equals(Character.getName(point)) ? OptionalInt.of(point) : OptionalInt.empty();
        } catch (IllegalArgumentException e) {
            return OptionalInt.empty();
        }
    }
}
