package org.klpls.core.model;

import java.util.List;
import java.util.Optional;

/**
 * An array that ends with an all-zero entry: {@code struct klp_func[]} or {@code struct klp_object[]}.
 *
 * @param variable name of the array; empty for a compound literal
 * @param entries those that the kernel sees: up to the first all-zero one, which is not among them
 * @param unseen entries after an early terminator
 * @param place the whole initialiser, or the array in the module
 * @param endPlace the all-zero entry; for a missing one the place before which it belongs (the closing brace)
 */
public record KlpTable<T>(Optional<String> variable, List<T> entries, List<T> unseen, TableEnd end, Place place,
        Place endPlace) {
    public KlpTable {
        entries = List.copyOf(entries);
        unseen = List.copyOf(unseen);
    }
}
