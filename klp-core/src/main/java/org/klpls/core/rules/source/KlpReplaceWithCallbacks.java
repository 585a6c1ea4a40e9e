package org.klpls.core.rules.source;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.PatchMembers;

/** When a patch replaces others, only its own callbacks run. Source: Documentation/livepatch/cumulative-patches.rst, v6.1. */
public final class KlpReplaceWithCallbacks implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-replace-with-callbacks", Severity.INFO, Set.of(),
            "a patch that replaces others has callbacks");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (KlpPatch patch : context.source().patches()) {
            context.source().members().stream()
                    .filter(m -> patch.replace() && m.variable().equals(patch.variable()) && m.states().isEmpty())
                    .map(PatchMembers::callbacks).filter(callbacks -> !callbacks.isEmpty()).findFirst()
                    .ifPresent(callbacks -> sink.accept(Finding.at(new Place.InSource(callbacks.getFirst()), INFO,
                            "this patch replaces others (.replace), and only its own callbacks run then: what the replaced"
                                    + " ones set up is not undone by their callbacks. Hand it over with .states, or undo it"
                                    + " here")));
        }
    }
}
