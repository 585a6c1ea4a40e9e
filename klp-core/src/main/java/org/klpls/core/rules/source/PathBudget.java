package org.klpls.core.rules.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Bounds what is followed. What lies past the bound is not judged, so nothing false comes of it. */
final class PathBudget {
    private static final int MOST_WAYS = 64;
    static final int DEEPEST_CALL = 4;

    private int steps = 20_000;

    /** Whether one more node may be looked at. */
    boolean takesStep() {
        return steps-- > 0;
    }

    /** Each once, and not too many. */
    static <T> List<T> few(List<T> ways) {
        Set<T> once = new LinkedHashSet<>(ways);
        return once.stream().limit(MOST_WAYS).toList();
    }
}
