package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The function is in init memory, which the kernel frees after boot, its ftrace location first. */
public final class KlpTargetInit implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-init", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TRACEABLE), "old_name is an init function, gone after boot");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (UntraceableTarget found : UntraceableTarget.of(context)) {
            if (found.cause() == UntraceableTarget.Cause.INIT) {
                sink.accept(
                        found.finding(INFO, "it is __init code, freed when the kernel has booted. It has run already;"
                                + " patch what it set up"));
            }
        }
    }
}
