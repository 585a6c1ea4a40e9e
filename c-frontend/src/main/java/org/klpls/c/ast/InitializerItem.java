package org.klpls.c.ast;

import java.util.List;

/** {@code .a.b[2] = 1}, or just {@code 1}. */
public record InitializerItem(int first, int end, List<Designator> designators, Initializer value) implements Node {
    public InitializerItem {
        designators = List.copyOf(designators);
    }
}
