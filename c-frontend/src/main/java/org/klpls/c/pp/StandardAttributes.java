package org.klpls.c.pp;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The attributes of C23 and the dates that __has_c_attribute gives for them, by gcc's version: asked of gcc 12 to 15. */
final class StandardAttributes {
    private static final Map<String, String> GCC_12 = Map.of("deprecated", "201904", "fallthrough", "201904",
            "maybe_unused", "201904", "nodiscard", "202003");
    private static final Map<String, String> GCC_13 = Map.of("deprecated", "201904", "fallthrough", "201910",
            "maybe_unused", "202106", "nodiscard", "202003", "noreturn", "202202", "_Noreturn", "202202");
    private static final Set<String> NEW_IN_GCC_15 = Set.of("unsequenced", "reproducible");
    private static final String C23 = "202311";
    private static final Set<String> NOT_GNU = Set.of("maybe_unused", "nodiscard", "_Noreturn");

    private StandardAttributes() {}

    /** Empty if the name is none of them, underscores around it or not. */
    static Optional<String> value(String name, int gccVersion) {
        String plain = FeatureTests.undecorated(name);
        if (gccVersion < 14) {
            return Optional.ofNullable((gccVersion < 13 ? GCC_12 : GCC_13).get(plain));
        }
        boolean known = GCC_13.containsKey(plain) || gccVersion >= 15 && NEW_IN_GCC_15.contains(plain);
        return known ? Optional.of(C23) : Optional.empty();
    }

    /** Whether {@code [[gnu::name]]} means nothing, though gcc knows {@code [[name]]}. */
    static boolean isOnlyStandard(String name) {
        return NOT_GNU.contains(FeatureTests.undecorated(name));
    }
}
