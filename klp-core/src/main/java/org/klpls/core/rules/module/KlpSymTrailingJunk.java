package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** sscanf() stops behind the number. Source: kernel/livepatch/core.c klp_resolve_symbols(), v6.1. */
public final class KlpSymTrailingJunk implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-sym-trailing-junk", Severity.WARNING, Set.of(Need.MODULE),
            "text behind the sympos of a livepatch symbol is not read");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        KlpFileChecks.livepatchSymbols(context)
                .filter(symbol -> symbol.name().matches("\\.klp\\.sym\\.[^.]+\\.[^,]+,\\s*[0-9]+[^0-9].*"))
                .forEach(symbol -> sink.accept(Finding.at(KlpFileChecks.place(context, symbol), INFO, "'"
                        + symbol.name()
                        + "' has text behind its sympos, which the kernel does not read: it takes the number before it. End the name"
                        + " with the number")));
    }
}
