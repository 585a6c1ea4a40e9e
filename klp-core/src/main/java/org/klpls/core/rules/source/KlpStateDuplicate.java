package org.klpls.core.rules.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.KlpState;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.rules.table.Entries;
import org.klpls.core.source.PatchMembers;

/** klp_get_state() finds the first one only. Source: kernel/livepatch/state.c, v6.1. */
public final class KlpStateDuplicate implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-state-duplicate", Severity.WARNING, Set.of(),
            "two states of a patch have the same id");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (PatchMembers members : context.source().members()) {
            Map<Long, KlpState> seen = new HashMap<>();
            for (KlpState state : members.states().map(s -> s.entries()).orElse(List.of())) {
                state.id().ifPresent(id -> Optional.ofNullable(seen.putIfAbsent(id.value(), state))
                        .ifPresent(first -> sink.accept(Finding.at(id.place(), INFO, "the state " + id.value()
                                + " is there twice: klp_get_state() finds the first one only, and its data and version"
                                + " count. Give each state an id of its own").related(List.of(
                                        new Related("the first state " + id.value(), range(first.place()))))
                                .fixes(Entries.removal(state.place(), "the second state " + id.value())))));
            }
        }
    }

    private static Optional<SourceRange> range(Place place) {
        return place instanceof Place.InSource(SourceRange range) ? Optional.of(range) : Optional.empty();
    }
}
