package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.EnableEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel takes any address of code. */
public final class KlpNewFuncInKernel implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-new-func-in-kernel", Severity.WARNING, Set.of(Need.MODULE),
            "new_func is a function of the kernel itself");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(EnableEvent.ReplacementElsewhere.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "new_func of the entry for '"
                        + event.oldName()
                        + "' is a function of the kernel, not of this module: a call of the one becomes a call of the other, patched or not. Give a function of this module, which may call it")));
    }
}
