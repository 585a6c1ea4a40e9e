package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.SymbolEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/module/main.c verify_namespace_is_imported(), v6.1. */
public final class SymNamespaceNotImported implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("sym-namespace-not-imported", Severity.ERROR,
            Set.of(Need.MODULE, Need.KERNEL_EXPORTS),
            "the module uses a symbol of a namespace that it does not import");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(SymbolEvent.NamespaceMissing.class).forEach(event -> sink.accept(ModuleContext.finding(INFO,
                event,
                "'" + event.symbol() + "' is exported in the namespace " + event.export().namespace().orElse("")
                        + ", which the module does not import: this kernel warns and goes on, others refuse the module. Add"
                        + " MODULE_IMPORT_NS(" + event.export().namespace().orElse("") + ") to its source")
                .severity(Severity.WARNING)));
        context.reached(SymbolEvent.Unknown.class)
                .filter(event -> event.why() == SymbolEvent.Why.NAMESPACE_NOT_IMPORTED)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                        "'" + event.symbol() + "' is exported in the namespace "
                                + event.export().flatMap(e -> e.namespace()).orElse("")
                                + ", which the module does not import: it is refused. Add MODULE_IMPORT_NS("
                                + event.export().flatMap(e -> e.namespace()).orElse("") + ") to its source")));
    }
}
