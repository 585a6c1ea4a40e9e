package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.EnableEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Its code is a return, and what it replaces is what everything else runs on. */
public final class KlpNewFuncEmpty implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-new-func-empty", Severity.ERROR, Set.of(Need.MODULE),
            "new_func does nothing, and the kernel cannot do without");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(EnableEvent.ReplacementEmpty.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "'" + event.newFunc()
                        + "' does nothing, and replaces '" + event.oldName()
                        + "', without which nothing runs: the machine hangs. Copy the function, and change the copy")));
    }
}
