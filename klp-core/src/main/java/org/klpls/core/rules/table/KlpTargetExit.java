package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Exit code is never traced, and of vmlinux never run. */
public final class KlpTargetExit implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-exit", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TRACEABLE),
            "old_name is an exit function");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        UntraceableTarget.of(context).stream().filter(found -> found.cause() == UntraceableTarget.Cause.EXIT)
                .forEach(found -> sink
                        .accept(found.finding(INFO, "it is __exit code, which is never traced. Patch what it undoes")));
    }
}
