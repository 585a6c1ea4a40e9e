package org.klpls.core.model;

import java.util.Optional;

/**
 * One entry of a {@code struct klp_state} array. The kernel's end of the array is an id of 0.
 * Source: kernel/livepatch/core.h klp_for_each_state(), v6.1.
 *
 * @param id empty: not given, which is 0
 * @param place the whole entry
 */
public record KlpState(Optional<Located<Long>> id, Place place) {
    public boolean isTerminator() {
        return id.map(Located::value).orElse(0L) == 0;
    }
}
