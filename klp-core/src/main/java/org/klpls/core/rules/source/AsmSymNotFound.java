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

/** An asm name of which klp-convert makes a livepatch symbol that the kernel cannot find. */
public final class AsmSymNotFound implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-sym-not-found", Severity.ERROR, Set.of(Need.KERNEL_SYMBOLS),
            "a livepatch symbol names a symbol that the kernel does not have");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (SymbolReference reference : context.source().references()) {
            if (reference.isAsmName()
                    && References.lookup(context, reference) instanceof SymbolLookup.NotFound notFound) {
                Finding finding = References.finding(INFO, reference, reference.object().text() + " has no symbol '"
                        + reference.symbol() + "'" + References.nearTo(context, reference)
                        + ": of this name klp-convert makes a livepatch symbol that the kernel does not find, and it"
                        + " refuses the module");
                sink.accept(notFound.kernelMessage().map(finding::kernelSays).orElse(finding));
            }
        }
    }
}
