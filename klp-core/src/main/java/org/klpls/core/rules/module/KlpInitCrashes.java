package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.InitEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Its code is followed instruction by instruction, where that is simple. */
public final class KlpInitCrashes implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-init-crashes", Severity.ERROR, Set.of(Need.MODULE),
            "init runs into something that crashes");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(InitEvent.Crash.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "init crashes here: " + event.why())));
    }
}
