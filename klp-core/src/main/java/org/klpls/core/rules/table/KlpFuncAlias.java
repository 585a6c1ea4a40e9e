package org.klpls.core.rules.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/**
 * One object names the same code twice, by two names of it, such as the entries of a system call without arguments. Both funcs
 * come onto one stack, and for the lower one klp_check_stack_func() takes the head of the list for a func.
 * Source: kernel/livepatch/transition.c, v6.1.
 */
public final class KlpFuncAlias implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-func-alias", Severity.WARNING,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TRACEABLE),
            "one object names the same code twice, by two names");

    private record Code(KlpObject object, long address) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        TargetKernel kernel = context.knownKernel();
        Map<Code, Target> seen = new HashMap<>();
        for (Target target : context.targets()) {
            if (target.lookup(kernel) instanceof SymbolLookup.Found(var symbol)
                    && kernel.traceability(symbol) instanceof Traceability.Yes) {
                Target first = seen.putIfAbsent(new Code(target.object(), symbol.address()), target);
                if (first != null) {
                    sink.accept(finding(first, target));
                }
            }
        }
    }

    private static Finding finding(Target first, Target second) {
        Optional<Related> there = first.oldName().place() instanceof Place.InSource source
                ? Optional.of(new Related("the other name", Optional.of(source.range())))
                : Optional.empty();
        return Finding.at(second.oldName().place(), INFO, quoted(second.name()) + " and " + quoted(first.name())
                + " are one piece of code with two names. One entry patches it for both; with two the kernel misreads its own"
                + " lists while it switches the tasks, and the transition may never complete. Remove one")
                .related(there.stream().toList()).fixes(Entries.removal(second.func().place(), "the second entry"));
    }
}
