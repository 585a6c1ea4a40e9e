package org.klpls.core.rules.source;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SymbolReference;

/** An asm name that counts further than there are symbols of that name. */
public final class AsmSymposOutOfRange implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-sympos-out-of-range", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS),
            "sympos counts further than there are symbols of that name");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (SymbolReference reference : context.source().references()) {
            if (reference.isAsmName()
                    && References.lookup(context, reference) instanceof SymbolLookup.PositionNotFound absent) {
                Finding finding = References.finding(INFO, reference, "there is no occurrence " + reference.sympos()
                        + " of '" + reference.symbol() + "' in " + reference.object().text() + ": it has "
                        + absent.occurrences().size() + " of that name");
                sink.accept(absent.kernelMessage().map(finding::kernelSays).orElse(finding));
            }
        }
    }
}
