package org.klpls.core.rules.source;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SymbolReference;

/** An entry of a klp_kallsyms_reloc table that nothing can be found for. */
public final class KlpKallsymsNotFound implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-kallsyms-not-found", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS),
            "a symbol that the source looks up is not in the kernel");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (SymbolReference reference : context.source().references()) {
            if (!reference.isAsmName() && References.lookup(context, reference) instanceof SymbolLookup.NotFound _) {
                sink.accept(References.finding(INFO, reference, reference.object().text() + " has no symbol '"
                        + reference.symbol() + "'" + References.nearTo(context, reference) + ": "
                        + (reference.object().equals(ObjectName.VMLINUX)
                                ? "the livepatch's init fails, and it is not loaded"
                                : "the pointer stays NULL when the module comes, and the code that uses it crashes")));
            }
        }
    }
}
