package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.FinalizeEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: arch/x86/kernel/unwind_orc.c unwind_module_init(), v6.1. */
public final class OrcSizeMismatch implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("orc-size-mismatch", Severity.WARNING, Set.of(Need.MODULE),
            "the unwind tables do not fit each other");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(FinalizeEvent.UnwindTablesDiffer.class).forEach(event -> sink.accept(ModuleContext.finding(INFO,
                event,
                ".orc_unwind and .orc_unwind_ip have not the same number of entries: the kernel warns and does without, so that stacks with this module on them are not reliable, and transitions wait for them. Look at what changed the module after objtool")));
    }
}
