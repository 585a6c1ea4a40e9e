package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.SymbolEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/module/main.c resolve_symbol(), v6.1. */
public final class SymGplOnly implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("sym-gpl-only", Severity.ERROR,
            Set.of(Need.MODULE, Need.KERNEL_EXPORTS),
            "a module without a GPL-compatible licence uses a symbol for GPL modules");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(SymbolEvent.Unknown.class)
                .filter(event -> event.why() == SymbolEvent.Why.GPL_ONLY && !event.symbol().equals("klp_enable_patch")
                        && !context.isModinfoHidden())
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "'" + event.symbol()
                        + "' is exported for modules with a GPL-compatible licence only, and this one has none: it is refused. Say MODULE_LICENSE(\"GPL\"), if that is true of its source")));
    }
}
