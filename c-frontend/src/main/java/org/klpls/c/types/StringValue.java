package org.klpls.c.types;

import java.util.List;
import org.klpls.c.text.LiteralElement;

/** The characters that string literals stand for. */
public final class StringValue {
    private StringValue() {}

    /** Adjacent literals, each with its quotes and prefix, as one string. */
    public static String of(List<String> pieces) {
        StringBuilder value = new StringBuilder();
        pieces.forEach(piece -> LiteralElement.of(piece).forEach(it -> value.appendCodePoint(it.codePoint())));
        return value.toString();
    }
}
