package org.klpls.c.types;

import java.util.Optional;

/** What {@code struct s}, {@code union u} or {@code enum e} names. Each is itself only: its type is equal to no other's. */
public sealed interface Tag permits RecordTag, EnumTag {
    /** Empty for one without a name. */
    Optional<String> name();

    /** {@code struct s}; {@code struct {...}} for one without a name. */
    String text();
}
