package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/** Code inside of what cannot be traced cannot be replaced. */
public final class KlpTargetInlinedIntoUnpatchable implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-inlined-into-unpatchable", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TRACEABLE, Need.KERNEL_INLINES),
            "old_name is inlined into functions that cannot be patched");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        InlinedTarget.of(context).stream().filter(found -> !found.hasCode() && found.patchable().isEmpty())
                .forEach(found -> sink.accept(Finding.at(found.target().oldName().place(), INFO,
                        quoted(found.target().name())
                                + " cannot be patched: it has no code of its own, and is inlined into "
                                + InlinedTarget.listed(found.holders(), 5) + ", which cannot be patched"
                                + reason(found))
                        .kernelSays("livepatch: symbol '" + found.target().name() + "' not found in symbol table")
                        .related(found.related())));
    }

    /** Source: kernel/sched/core.c __schedule(), v6.1; Documentation/livepatch/livepatch.txt, v4.7, section 7. */
    private static String reason(InlinedTarget found) {
        return InlinedTarget.names(found.holders()).contains("__schedule")
                ? " either: __schedule() is notrace, and on the stack of every sleeping task. No livepatch can replace code"
                        + " inside of it, and no caller helps"
                : " either. Look for a function further up or down that has its own code";
    }
}
