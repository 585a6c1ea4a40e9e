package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** sympos 0 is for unique names only. */
public final class KlpSymAmbiguous implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-sym-ambiguous", Severity.ERROR,
            Set.of(Need.MODULE, Need.KERNEL_SYMBOLS),
            "a livepatch symbol does not say which of several symbols it means");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        UnresolvedSymbols.of(context, SymbolLookup.Ambiguous.class).forEach(unresolved -> {
            SymbolLookup.Ambiguous lookup = unresolved.lookup();
            sink.accept(ModuleContext.finding(INFO, unresolved.event(), "'" + lookup.name() + "' is "
                    + lookup.occurrences().size() + " symbols in " + lookup.object().text()
                    + "; say which with a sympos of 1 to "
                    + lookup.occurrences().size() + " at the end of '" + unresolved.event().symbol() + "' instead of 0")
                    .related(UnresolvedSymbols.listed(lookup.occurrences())));
        });
    }
}
