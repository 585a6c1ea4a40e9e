package org.klpls.c.pp;

import java.util.Map;
import java.util.Optional;

/**
 * The attributes of C23 and the dates that __has_c_attribute gives for them, by gcc's version. Source: gcc
 * c-family/c-lex.cc c_common_has_attribute(), of gcc 12 to 15.
 */
final class StandardAttributes {
    private static final Map<String, String> GCC_12 = Map.of("deprecated", "201904", "fallthrough", "201904",
            "maybe_unused", "201904", "nodiscard", "202003");
    private static final Map<String, String> GCC_13 = Map.of("deprecated", "201904", "fallthrough", "201910",
            "maybe_unused", "202106", "nodiscard", "202003", "noreturn", "202202", "_Noreturn", "202202");
    private static final Map<String, String> NEW_IN_GCC_15 = Map.of("unsequenced", "202207", "reproducible", "202207");

    private StandardAttributes() {}

    /** Empty if the name is none of them, underscores around it or not. */
    static Optional<String> value(String name, int gccVersion) {
        boolean decorated = name.startsWith("__") && name.endsWith("__") && name.length() > 4;
        String plain = decorated ? name.substring(2, name.length() - 2) : name;
        Optional<String> value = Optional.ofNullable((gccVersion < 13 ? GCC_12 : GCC_13).get(plain));
        return gccVersion < 15 ? value : value.or(() -> Optional.ofNullable(NEW_IN_GCC_15.get(plain)));
    }
}
