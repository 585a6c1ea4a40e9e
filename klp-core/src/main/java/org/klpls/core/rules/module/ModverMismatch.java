package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.SymbolEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** CRCs of exported symbols stand for their types. Source: kernel/module/version.c check_version(), v6.1. */
public final class ModverMismatch implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("modver-mismatch", Severity.ERROR, Set.of(Need.MODULE),
            "the module was built against another version of a symbol");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(SymbolEvent.Unknown.class)
                .filter(event -> event.why() == SymbolEvent.Why.CRC_DIFFERS)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                        "the CRC of " + "'" + event.symbol() + "'"
                                + " is not the kernel's: the module was built against another version or"
                                + " configuration of it. Build it with this kernel's headers and Module.symvers")));
    }
}
