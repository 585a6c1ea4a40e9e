package org.klpls.core.check;

import java.nio.file.Path;
import java.util.Comparator;
import org.klpls.core.rule.Finding;

/** By file, then by place in it, then by code: the same findings always stand in the same order. */
final class FindingOrder {
    static final Comparator<Finding> BY_PLACE = Comparator.comparing(FindingOrder::file)
            .thenComparingInt(f -> f.source().map(s -> s.span().start()).orElse(-1))
            .thenComparing(f -> f.module().flatMap(m -> m.section()).orElse(""))
            .thenComparingLong(f -> f.module().map(m -> m.offset().orElse(-1)).orElse(-1L))
            .thenComparing(Finding::code);

    private FindingOrder() {}

    private static Path file(Finding finding) {
        return finding.source().map(s -> s.source().path()).or(() -> finding.module().map(m -> m.module()))
                .orElseThrow();
    }
}
