package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Code that no compiler made has no call of the tracer. */
public final class KlpTargetAsm implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-asm", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TRACEABLE, Need.KERNEL_INLINES),
            "old_name is written in assembly");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        UntraceableTarget.of(context).stream().filter(found -> found.cause() == UntraceableTarget.Cause.ASM)
                .forEach(found -> sink.accept(found.finding(INFO,
                        "it is written in assembly, so there is no call of the tracer at its entry. Patch its callers")));
    }
}
