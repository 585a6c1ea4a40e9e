package org.klpls.c.types;

import java.util.function.Supplier;

/** Ends what asks for itself (a struct inside of itself), and chains of declarations that no author writes. */
final class Nesting {
    private static final int DEEPEST = 100;
    private static final ThreadLocal<int[]> DEPTH = ThreadLocal.withInitial(() -> new int[1]);

    private Nesting() {}

    static <T> T guarded(Supplier<T> make, T tooDeep) {
        int[] depth = DEPTH.get();
        if (depth[0] == DEEPEST) {
            return tooDeep;
        }
        depth[0]++;
        try {
            return make.get();
        } finally {
            depth[0]--;
        }
    }
}
