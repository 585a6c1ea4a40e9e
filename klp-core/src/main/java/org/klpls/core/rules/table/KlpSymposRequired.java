package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/** Several symbols of the object have this name, data included, and the entry does not say which is meant. */
public final class KlpSymposRequired implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-sympos-required", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS),
            "several symbols have the name of old_name, and old_sympos does not say which");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        TargetKernel kernel = context.knownKernel();
        for (Target target : context.targets()) {
            if (target.lookup(kernel) instanceof SymbolLookup.Ambiguous ambiguous) {
                Finding finding = finding(target, ambiguous, kernel);
                sink.accept(ambiguous.kernelMessage().map(finding::kernelSays).orElse(finding));
            }
        }
    }

    private static Finding finding(Target target, SymbolLookup.Ambiguous ambiguous, TargetKernel kernel) {
        String noun = ambiguous.occurrences().stream().allMatch(KernelSymbol::isText) ? "functions" : "symbols";
        String message = quoted(target.name()) + " is " + ambiguous.occurrences().size() + " " + noun + " in "
                + ambiguous.object().text() + "; say which with .old_sympos";
        return Finding.at(target.oldName().place(), INFO, message)
                .related(SymposFixes.occurrences(kernel, ambiguous.occurrences()))
                .fixes(SymposFixes.choices(kernel, target, ambiguous.occurrences()));
    }
}
