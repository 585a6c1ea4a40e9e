package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.EnableEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The same as for the source, for the built module. */
public final class ModuleNewFuncInInit implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-new-func-in-init", Severity.ERROR, Set.of(Need.MODULE),
            "new_func is freed after init");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(EnableEvent.ReplacementInInitMemory.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "new_func '" + event.newFunc()
                        + "' lies in memory that is freed when init has returned: the next call of the function that it replaces crashes. Remove __init from it")));
    }
}
