package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.SymbolEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** What the loader looks up must be exported, or be a livepatch symbol. */
public final class SymUnresolved implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("sym-unresolved", Severity.ERROR, Set.of(Need.MODULE),
            "the module uses a symbol that nothing exports");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(SymbolEvent.Unknown.class)
                .filter(event -> event.why() == SymbolEvent.Why.NOT_EXPORTED && !event.symbol().startsWith(".klp."))
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "'" + event.symbol() + "'"
                        + " is not exported by the kernel, so the module is refused. Reach it through a livepatch symbol, .klp.sym.OBJECT."
                        + event.symbol() + ",0, in a .klp.rela section, or copy the function into the livepatch")));
    }
}
