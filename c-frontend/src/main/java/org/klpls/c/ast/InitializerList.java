package org.klpls.c.ast;

import java.util.List;

/** {@code { .m = 1, .a = { { 2, 3 } } }}, {@code { 1, [4] = 2, 3 }} */
public record InitializerList(int first, int end, List<InitializerItem> items) implements Initializer {
    public InitializerList {
        items = List.copyOf(items);
    }
}
