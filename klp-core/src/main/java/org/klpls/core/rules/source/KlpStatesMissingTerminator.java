package org.klpls.core.rules.source;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.TableEnd;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.rules.table.Entries;
import org.klpls.core.source.PatchMembers;

/** The kernel goes on to the first id of 0. Source: kernel/livepatch/state.c klp_for_each_state(), v6.1. */
public final class KlpStatesMissingTerminator implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-states-missing-terminator", Severity.ERROR, Set.of(),
            "a table of states has no end");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (PatchMembers members : context.source().members()) {
            members.states().filter(states -> states.end() == TableEnd.MISSING)
                    .ifPresent(states -> sink
                            .accept(Finding.at(states.endPlace(), INFO, "this table has no end: the kernel"
                                    + " takes what lies behind it for states, up to an id of 0. Add an empty entry, { }")
                                    .fixes(Entries.terminator(states.place()))));
        }
    }
}
