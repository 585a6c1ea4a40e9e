package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/** Only its callers can be patched: each holds a copy. */
public final class KlpTargetInlinedAway implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-inlined-away", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TRACEABLE, Need.KERNEL_INLINES),
            "old_name is inlined into its callers, and has no code of its own");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        InlinedTarget.of(context).stream().filter(found -> !found.hasCode() && !found.patchable().isEmpty())
                .forEach(found -> sink.accept(Finding.at(found.target().oldName().place(), INFO,
                        quoted(found.target().name()) + " has no code of its own: it is inlined into "
                                + InlinedTarget.listed(found.holders(), 5) + ". Patch "
                                + (found.holders().size() == 1 ? "it" : "all of them") + " instead"
                                + (found.patchable().size() == found.holders().size()
                                        ? ""
                                        : "; some cannot be patched, and keep the old code"))
                        .kernelSays("livepatch: symbol '" + found.target().name() + "' not found in symbol table")
                        .related(found.related())));
    }
}
