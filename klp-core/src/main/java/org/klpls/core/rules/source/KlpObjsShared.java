package org.klpls.core.rules.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Place;
import org.klpls.core.model.TableEnd;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel links objects and functions into lists of their patch. Source: kernel/livepatch/core.c klp_init_patch_early(), v6.1. */
public final class KlpObjsShared implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-objs-shared", Severity.ERROR, Set.of(),
            "two patches share one table of objects");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        Map<Place, KlpPatch> seen = new HashMap<>();
        for (KlpPatch patch : context.source().patches()) {
            boolean isRead = patch.objects().variable().isPresent() && patch.objects().end() != TableEnd.UNKNOWN;
            if (isRead) {
                Optional.ofNullable(seen.putIfAbsent(patch.objects().place(), patch))
                        .ifPresent(first -> sink.accept(Finding.at(patch.place(), INFO, "the table "
                                + patch.objects().variable().get() + " serves two patches, " + first.variable()
                                + " and "
                                + patch.variable() + ": when both are enabled the kernel's lists break, and it crashes."
                                + " Give each patch a table of its own")
                                .related(
                                        List.of(new Related(first.variable() + " has it too", range(first.place()))))));
            }
        }
    }

    private static Optional<SourceRange> range(Place place) {
        return place instanceof Place.InSource(SourceRange range) ? Optional.of(range) : Optional.empty();
    }
}
