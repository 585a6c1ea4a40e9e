package org.klpls.core.real;

import java.util.OptionalInt;

/**
 * C source with the place where a finding is expected between « and ».
 *
 * @param line of the place, 0-based; empty if none is marked
 */
record MarkedText(String text, OptionalInt line) {
    static MarkedText of(String marked) {
        int start = marked.indexOf('«');
        OptionalInt line = start < 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) marked.substring(0, start).chars().filter(c -> c == '\n').count());
        return new MarkedText(marked.replace("«", "").replace("»", ""), line);
    }
}
