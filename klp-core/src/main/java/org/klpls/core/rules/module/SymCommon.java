package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.SymbolEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The loader does not allocate common symbols. Source: kernel/module/main.c simplify_symbols(), v6.1. */
public final class SymCommon implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("sym-common", Severity.ERROR, Set.of(Need.MODULE),
            "a variable was compiled with -fcommon");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(SymbolEvent.Common.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "'" + event.symbol() + "'"
                        + " is a common symbol, for which the loader has no memory. Compile with -fno-common, as"
                        + " Kbuild does, or initialise it")));
    }
}
