package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The function is in a range that the kernel never traces: entry code, and what runs before its state is set up. */
public final class KlpTargetNoinstr implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-noinstr", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TRACEABLE), "old_name is noinstr or entry code, never traced");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (UntraceableTarget found : UntraceableTarget.of(context)) {
            if (found.cause() == UntraceableTarget.Cause.NOINSTR) {
                sink.accept(found.finding(INFO,
                        "it is " + range(found, context) + ", which is never traced. Patch a function that it calls"));
            }
        }
    }

    private static String range(UntraceableTarget found, TableContext context) {
        return context.knownKernel().range(found.symbol()) == TextRange.ENTRY
                ? "entry code (.entry.text)"
                : "noinstr (.noinstr.text)";
    }
}
