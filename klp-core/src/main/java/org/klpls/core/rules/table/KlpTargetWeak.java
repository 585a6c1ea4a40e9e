package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;

import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The only ftrace location in the symbol's range is that of a weak function whose name the linker left out. */
public final class KlpTargetWeak implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-weak", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TRACEABLE), "old_name has only what a weak function left behind");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (UntraceableTarget found : UntraceableTarget.of(context)) {
            if (found.cause() == UntraceableTarget.Cause.WEAK_LEFTOVER) {
                sink.accept(found.finding(INFO,
                        "it is not traced itself; behind it lies the code of a weak function that"
                                + " another definition replaced, and the kernel disables the ftrace location of that. Patch its"
                                + " callers, or what it calls"));
            }
        }
    }
}
