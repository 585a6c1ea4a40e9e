package org.klpls.c.types;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Ends what asks for itself (a struct inside of itself), and chains of declarations that no author writes. */
final class Nesting {
    private static final int DEEPEST = 150;
    /** What a thread is at, each waiting for the next. */
    private static final ThreadLocal<Set<Object>> BEGUN = ThreadLocal
            .withInitial(() -> Collections.newSetFromMap(new IdentityHashMap<>()));

    /** How often a thread was asked for what it was at. */
    private static final ThreadLocal<long[]> CIRCLES = ThreadLocal.withInitial(() -> new long[1]);

    /** Parts inside of parts of expressions, of all that a thread is at. */
    private static final int MOST_LEVELS = 400;
    private static final ThreadLocal<int[]> LEVEL = ThreadLocal.withInitial(() -> new int[1]);
    /** How many preparations a thread is in, one inside of another: where a statement expression is deep and stands deep. */
    private static final int MOST_PREPARATIONS = 5;
    private static final ThreadLocal<int[]> PREPARATIONS = ThreadLocal.withInitial(() -> new int[1]);

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

    /** Unwinds to where there is room for another attempt. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooDeep() {
            super("nested too deeply", null, false, false);
        }
    }

    /**
     * What is too deep unwinds to where half of the room is left; and while that prepares, to half of what is left then.
     *
     * @param prepare called where the expression is too deep: a second attempt finds the answers of its parts
     * @param otherwise the answer where that does not help
     */
    static <T> T deeper(Supplier<T> make, Runnable prepare, T otherwise) {
        int[] level = LEVEL.get();
        if (level[0] >= MOST_LEVELS) {
            throw new TooDeep();
        }
        level[0]++;
        try {
            return make.get();
        } catch (TooDeep e) {
            int[] preparations = PREPARATIONS.get();
            if (level[0] > MOST_LEVELS - (MOST_LEVELS / 2 >> preparations[0])
                    || preparations[0] == MOST_PREPARATIONS) {
                throw e;
            }
            preparations[0]++;
            try {
                prepare.run();
            } finally {
                preparations[0]--;
            }
            return tried(make).orElse(otherwise);
        } finally {
            level[0]--;
        }
    }

    /** Empty where it would need more room than there is. */
    static <T> Optional<T> tried(Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (TooDeep e) {
            return Optional.empty();
        }
    }

    /** How often this thread got no answer from {@link #guarded}: what rests on that is another one elsewhere. */
    static long circles() {
        return CIRCLES.get()[0];
    }

    /**
     * @param asked what is worked out; itself, not what it equals
     * @param otherwise the answer where it is already being worked out, or where too much is
     */
    static <T> T guarded(Object asked, Supplier<T> make, T otherwise) {
        Set<Object> begun = BEGUN.get();
        if (begun.size() >= DEEPEST || !begun.add(asked)) {
            CIRCLES.get()[0]++;
            return otherwise;
        }
        try {
            return make.get();
        } finally {
            begun.remove(asked);
        }
    }
}
