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

/** An asm name of which klp-convert makes a livepatch symbol that is several symbols. */
public final class AsmSymAmbiguous implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-sym-ambiguous", Severity.ERROR, Set.of(Need.KERNEL_SYMBOLS),
            "a livepatch symbol does not say which of several symbols it means");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (SymbolReference reference : context.source().references()) {
            if (reference.isAsmName()
                    && References.lookup(context, reference) instanceof SymbolLookup.Ambiguous several) {
                Finding finding = References.finding(INFO, reference, "'" + reference.symbol() + "' is "
                        + several.occurrences().size() + " symbols in " + reference.object().text()
                        + ": say which with KLP_RELOC_SYMBOL_POS(); " + References.addresses(several.occurrences()));
                sink.accept(several.kernelMessage().map(finding::kernelSays).orElse(finding));
            }
        }
    }
}
