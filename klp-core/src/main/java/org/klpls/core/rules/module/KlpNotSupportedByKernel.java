package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.ModinfoEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/module/main.c check_modinfo_livepatch(), v6.1. */
public final class KlpNotSupportedByKernel implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-not-supported-by-kernel", Severity.ERROR,
            Set.of(Need.MODULE),
            "the kernel is built without livepatching");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(ModinfoEvent.LivepatchNotSupported.class).forEach(event -> sink.accept(ModuleContext.finding(
                INFO, event,
                "this kernel is built without CONFIG_LIVEPATCH, and refuses each module that is marked as a livepatch. It needs another kernel")));
    }
}
