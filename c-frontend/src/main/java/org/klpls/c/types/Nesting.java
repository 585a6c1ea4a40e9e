package org.klpls.c.types;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;

/** Ends what asks for itself (a struct inside of itself), and chains of declarations that no author writes. */
final class Nesting {
    private static final int DEEPEST = 150;
    /** What a thread is at, each waiting for the next. */
    private static final ThreadLocal<Set<Object>> BEGUN = ThreadLocal
            .withInitial(() -> Collections.newSetFromMap(new IdentityHashMap<>()));

    /** Parts inside of parts of expressions, of all that a thread is at. */
    private static final int MOST_LEVELS = 400;
    private static final ThreadLocal<int[]> LEVEL = ThreadLocal.withInitial(() -> new int[1]);

    private Nesting() {}

    /** @param otherwise the answer for what lies so deep in an expression that a thread's stack may not hold it */
    static <T> T deeper(Supplier<T> make, T otherwise) {
        int[] level = LEVEL.get();
        if (level[0] >= MOST_LEVELS) {
            return otherwise;
        }
        level[0]++;
        try {
            return make.get();
        } finally {
            level[0]--;
        }
    }

    /**
     * @param asked what is worked out; itself, not what it equals
     * @param otherwise the answer where it is already being worked out, or where too much is
     */
    static <T> T guarded(Object asked, Supplier<T> make, T otherwise) {
        Set<Object> begun = BEGUN.get();
        if (begun.size() >= DEEPEST || !begun.add(asked)) {
            return otherwise;
        }
        try {
            return make.get();
        } finally {
            begun.remove(asked);
        }
    }
}
