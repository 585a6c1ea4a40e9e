package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.InitEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/module/main.c do_init_module(), v6.1. */
public final class KlpInitFails implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-init-fails", Severity.ERROR, Set.of(Need.MODULE),
            "init returns an error whatever happens");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(InitEvent.Fails.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "init returns " + event.errno()
                        + " before anything is enabled: the module is never loaded. Return the result of klp_enable_patch()")));
    }
}
