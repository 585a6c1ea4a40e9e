package org.klpls.core.rules.table;

import java.util.Optional;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.Place;

/** Places as related locations want them. */
final class Places {
    private Places() {}

    static Optional<SourceRange> inSource(Place place) {
        return place instanceof Place.InSource(SourceRange range) ? Optional.of(range) : Optional.empty();
    }
}
