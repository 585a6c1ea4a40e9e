package org.klpls.core.model;

import java.util.Optional;

/**
 * One entry of a {@code struct klp_func} array.
 *
 * @param oldName empty: NULL, not given
 * @param sympos empty: not given, which the kernel reads as 0 (the name must be unique)
 * @param newFunc name of the replacement; empty: NULL, not given
 * @param place the whole entry
 */
public record KlpFunc(Optional<Located<String>> oldName, Optional<Located<Long>> sympos,
        Optional<Located<String>> newFunc, Place place) {
    /** old_sympos as the kernel reads it: 0 where it is not given. */
    public long symposOrZero() {
        return sympos.map(Located::value).orElse(0L);
    }

    /** The kernel's end of a table: all three fields zero. Source: include/linux/livepatch.h klp_for_each_func_static, v6.1. */
    public boolean isTerminator() {
        return oldName.isEmpty() && newFunc.isEmpty() && symposOrZero() == 0;
    }
}
