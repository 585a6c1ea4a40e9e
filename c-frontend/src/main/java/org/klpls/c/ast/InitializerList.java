package org.klpls.c.ast;

import java.util.List;

/** {@code { .a = 1, [2] = { 3 }, 4 }} */
public record InitializerList(int first, int end, List<InitializerItem> items) implements Initializer {
    public InitializerList {
        items = List.copyOf(items);
    }
}
