package org.klpls.c.parse;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/** Immutable sets of a small enum by their bits, each made once. Safe for all threads. */
final class SharedSets<E extends Enum<E>> {
    private final Class<E> type;
    private final AtomicReferenceArray<@Nullable Set<E>> sets;

    SharedSets(Class<E> type) {
        this.type = type;
        this.sets = new AtomicReferenceArray<>(1 << type.getEnumConstants().length);
    }

    Set<E> of(int bits) {
        Set<E> known = sets.get(bits);
        if (known != null) {
            return known;
        }
        EnumSet<E> set = EnumSet.noneOf(type);
        for (E constant : type.getEnumConstants()) {
            if ((bits & 1 << constant.ordinal()) != 0) {
                set.add(constant);
            }
        }
        Set<E> made = Set.copyOf(set);
        sets.set(bits, made);
        return made;
    }
}
