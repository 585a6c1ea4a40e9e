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

/** An entry of a klp_kallsyms_reloc table that is several symbols: the first one is taken, and nothing is said. */
public final class KlpKallsymsFirstMatch implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-kallsyms-first-match", Severity.WARNING,
            Set.of(Need.KERNEL_SYMBOLS),
            "a symbol that the source looks up is several symbols");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (SymbolReference reference : context.source().references()) {
            if (!reference.isAsmName()
                    && References.lookup(context, reference) instanceof SymbolLookup.Ambiguous several) {
                sink.accept(References.finding(INFO, reference, "'" + reference.symbol() + "' is "
                        + several.occurrences().size() + " symbols in " + reference.object().text()
                        + ", and the look-up takes the first without a word. Give its position; "
                        + References.addresses(several.occurrences())));
            }
        }
    }
}
