package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.EnableEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** new_func leads to data, or out of the module. Source: kernel/livepatch/core.c klp_init_object_loaded(), v6.1. */
public final class KlpNewFuncNotCode implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-new-func-not-code", Severity.ERROR, Set.of(Need.MODULE),
            "new_func is no code of the module");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(EnableEvent.ReplacementNotCode.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "new_func '" + event.newFunc()
                        + "' is data: the kernel enables the patch, and crashes at the next call of the function that it"
                        + " replaces. Give a function of this module")));
        context.reached(EnableEvent.ReplacementInsideFunction.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "new_func leads into the middle of '"
                        + event.newFunc()
                        + "': what is called begins with half of it. Let it lead to the start of the function; where the source"
                        + " says so already, the addend of its relocation is wrong")));
        context.reached(EnableEvent.NoSize.class).filter(EnableEvent.NoSize::replacement)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "new_func of the entry for '"
                        + event.oldName()
                        + "' is no address of the module or the kernel. Give a function of this module")));
    }
}
