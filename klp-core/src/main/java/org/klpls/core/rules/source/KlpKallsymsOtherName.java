package org.klpls.core.rules.source;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SymbolReference;

/** klpe_f is the pointer to f: SUSE's tools name it so. */
public final class KlpKallsymsOtherName implements Rule<SourceContext> {
    private static final String PREFIX = "klpe_";
    private static final RuleInfo INFO = new RuleInfo("klp-kallsyms-other-name", Severity.WARNING, Set.of(),
            "the address of one symbol is put into the pointer for another");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (SymbolReference reference : context.source().references()) {
            reference.variable().filter(_ -> !reference.isAsmName()).filter(name -> name.startsWith(PREFIX))
                    .map(name -> name.substring(PREFIX.length()))
                    .filter(name -> !reference.symbol().equals(name) && !reference.symbol().startsWith(name + "."))
                    .filter(name -> context.source().references().stream().anyMatch(r -> r.symbol().equals(name))
                            || context.kernel()
                                    .filter(kernel -> !kernel.occurrences(reference.object(), name).isEmpty())
                                    .isPresent())
                    .ifPresent(name -> sink.accept(References.finding(INFO, reference, "the address of '"
                            + reference.symbol() + "' is put into " + PREFIX + name + ", by whose name it is that of '"
                            + name
                            + "': what calls it calls another function. Name the symbol and the pointer alike")));
        }
    }
}
