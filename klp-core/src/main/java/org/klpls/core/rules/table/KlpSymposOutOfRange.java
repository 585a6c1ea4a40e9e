package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.counted;
import static org.klpls.core.rules.table.Words.quoted;

/** {@code .old_sympos = n}, and the object has fewer than n symbols of that name. */
public final class KlpSymposOutOfRange implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-sympos-out-of-range", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS), "old_sympos is greater than the number of symbols of that name");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        TargetKernel kernel = context.knownKernel();
        for (Target target : context.targets()) {
            if (target.lookup(kernel) instanceof SymbolLookup.PositionNotFound absent) {
                Finding finding = finding(target, absent, kernel);
                sink.accept(absent.kernelMessage().map(finding::kernelSays).orElse(finding));
            }
        }
    }

    private static Finding finding(Target target, SymbolLookup.PositionNotFound absent, TargetKernel kernel) {
        int count = absent.occurrences().size();
        String message = "there is no occurrence " + Long.toUnsignedString(absent.sympos()) + " of "
                + quoted(target.name())
                + " in " + absent.object().text() + ": " + counted(count, "symbol")
                + (count == 1 ? " has that name; .old_sympos is not needed" : " have that name");
        Place place = target.func().sympos().map(Located::place).orElse(target.oldName().place());
        return Finding.at(place, INFO, message).related(SymposFixes.occurrences(kernel, absent.occurrences()))
                .fixes(SymposFixes.choices(kernel, target, absent.occurrences()));
    }
}
