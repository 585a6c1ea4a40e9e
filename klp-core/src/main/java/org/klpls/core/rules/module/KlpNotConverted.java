package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.SymbolEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** What klp-convert reads; the kernel knows no such names. */
public final class KlpNotConverted implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-not-converted", Severity.ERROR, Set.of(Need.MODULE),
            "a symbol waits to be converted into a livepatch symbol");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(SymbolEvent.Unknown.class).filter(event -> isMarker(event.symbol()))
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "'" + event.symbol()
                        + "' is a name for klp-convert, and was never converted: the kernel takes it for an ordinary symbol, and refuses the module. Run klp-convert on it after the link")));
    }

    /** Source: SUSE's klp-convert, {@code .klp.sym.rela.LIVEPATCHED.OBJECT.SYMBOL,SYMPOS}. */
    static boolean isMarker(String symbol) {
        return symbol.startsWith(".klp.sym.rela.");
    }
}
