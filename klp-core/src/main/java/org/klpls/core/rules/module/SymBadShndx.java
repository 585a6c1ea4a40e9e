package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.SymbolEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/module/main.c simplify_symbols(), v6.1. */
public final class SymBadShndx implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("sym-bad-shndx", Severity.ERROR, Set.of(Need.MODULE),
            "a symbol is in a section that is not there");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(SymbolEvent.BadSectionIndex.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                        "'" + event.symbol() + "'" + " is in section " + event.shndx() + ", and there are "
                                + event.max()
                                + ". Look at what changed the module after it was built")));
    }
}
