package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.FinalizeEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/module/main.c verify_exported_symbols(), v6.1. */
public final class SymExportDuplicate implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("sym-export-duplicate", Severity.ERROR, Set.of(Need.MODULE),
            "the module exports a symbol that is exported already");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(FinalizeEvent.DuplicateExport.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "'" + event.symbol()
                        + "' is exported by " + event.owner()
                        + " already. A copy of a function must not bring its EXPORT_SYMBOL along: take that out")));
    }
}
