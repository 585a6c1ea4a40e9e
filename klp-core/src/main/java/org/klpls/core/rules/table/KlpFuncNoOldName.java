package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/** An entry that says what replaces, and not what is replaced. Source: kernel/livepatch/core.c klp_init_func(), v6.1. */
public final class KlpFuncNoOldName implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-func-no-old-name", Severity.ERROR, Set.of(),
            "an entry has no old_name");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (KlpObject object : context.patch().objects().entries()) {
            for (KlpFunc func : TableContext.entries(object)) {
                if (func.oldName().isEmpty()) {
                    sink.accept(Finding.at(func.place(), INFO,
                            "this entry has no .old_name: the kernel refuses the whole"
                                    + " patch, and does not say why. Name the function"
                                    + func.newFunc().map(n -> " that " + quoted(n.value()) + " replaces").orElse("")
                                    + ", or remove the entry"));
                }
            }
        }
    }
}
