package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The same as for old_sympos, for the sympos of a livepatch symbol. */
public final class KlpSymSymposOutOfRange implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-sympos-out-of-range", Severity.ERROR,
            Set.of(Need.MODULE, Need.KERNEL_SYMBOLS), "sympos counts further than there are symbols of that name");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        UnresolvedSymbols.of(context, SymbolLookup.PositionNotFound.class).forEach(unresolved -> {
            SymbolLookup.PositionNotFound lookup = unresolved.lookup();
            int count = lookup.occurrences().size();
            sink.accept(ModuleContext.finding(INFO, unresolved.event(), "'" + unresolved.event().symbol()
                    + "' asks for the "
                    + "symbol number " + Long.toUnsignedString(lookup.sympos()) + " named '" + lookup.name() + "', and "
                    + lookup.object().text() + " has "
                    + (count == 1 ? "one: end the name with ,0" : count + ": end the name with ,1 to ," + count))
                    .related(UnresolvedSymbols.listed(lookup.occurrences())));
        });
    }
}
