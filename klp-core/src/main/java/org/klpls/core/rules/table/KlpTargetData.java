package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The name is that of data. */
public final class KlpTargetData implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-data", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TRACEABLE),
            "old_name is data");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        UntraceableTarget.of(context).stream().filter(found -> found.cause() == UntraceableTarget.Cause.DATA)
                .forEach(found -> sink.accept(found.finding(INFO,
                        "it is data, not a function. Name the function that uses it; data is changed by code, in a callback")));
    }
}
