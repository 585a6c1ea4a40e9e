package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.ModinfoEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/module/main.c check_modinfo_retpoline(), v6.1. */
public final class ModNoRetpoline implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("mod-no-retpoline", Severity.WARNING, Set.of(Need.MODULE),
            "the module was built without retpolines");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(ModinfoEvent.NoRetpoline.class).filter(_ -> !context.isModinfoHidden())
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                        "the module was not built with retpolines: its indirect calls can be misled by Spectre v2. Build it with the kernel's own configuration")));
    }
}
