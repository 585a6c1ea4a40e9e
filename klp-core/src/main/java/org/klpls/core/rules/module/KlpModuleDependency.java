package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.SymbolEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** A plain reference to a symbol of a module makes the loader insist on it. Source: kernel/module/main.c resolve_symbol() and ref_module(), v6.1. */
public final class KlpModuleDependency implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-module-dependency", Severity.WARNING,
            Set.of(Need.MODULE, Need.KERNEL_EXPORTS),
            "the livepatch depends on a module, which must be loaded before it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(SymbolEvent.OfModule.class).forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                "'" + event.symbol() + "' is exported by the module " + event.owner()
                        + ", which can now not be unloaded, and must always be loaded first. Reach it through a livepatch"
                        + " symbol, .klp.sym." + event.owner() + "." + event.symbol()
                        + ",0, which is resolved when the module comes")));
        context.reached(SymbolEvent.Unknown.class).filter(event -> event.why() == SymbolEvent.Why.OWNER_NOT_LOADED)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "'" + event.symbol()
                        + "' is exported by the module " + event.export().map(e -> e.owner().text()).orElse("")
                        + ": the livepatch can be loaded only when that is loaded, and it can then not be unloaded. Reach it through a livepatch symbol, .klp.sym."
                        + event.export().map(e -> e.owner().text()).orElse("") + "." + event.symbol()
                        + ",0, which is resolved when the module comes")));
    }
}
