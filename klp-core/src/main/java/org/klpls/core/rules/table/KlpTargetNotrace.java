package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The function has no ftrace location, and no range of the image says why: notrace, or compiled without -pg. */
public final class KlpTargetNotrace implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-notrace", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TRACEABLE), "old_name has no ftrace location");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (UntraceableTarget found : UntraceableTarget.of(context)) {
            if (found.cause() == UntraceableTarget.Cause.NOTRACE) {
                sink.accept(
                        found.finding(INFO, "it is notrace (or its file is compiled without -pg), so there is no call"
                                + " of the tracer at its entry. Patch its callers, or what it calls"));
            }
        }
    }
}
