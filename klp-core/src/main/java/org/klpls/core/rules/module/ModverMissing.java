package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.SymbolEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/module/version.c check_version(), v6.1. */
public final class ModverMissing implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("modver-missing", Severity.ERROR, Set.of(Need.MODULE),
            "the module has no CRC for a symbol that it uses");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(SymbolEvent.Unknown.class)
                .filter(event -> event.why() == SymbolEvent.Why.CRC_MISSING)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                        "the module has no CRC for " + "'" + event.symbol() + "'"
                                + ", and this kernel wants one. Build it with the kernel's Module.symvers, and do not"
                                + " change its symbols afterwards")));
    }
}
