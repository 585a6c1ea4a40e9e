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

/** An entry that says what is replaced, and not by what. Source: kernel/livepatch/core.c klp_init_func(), v6.1. */
public final class KlpFuncNoNewFunc implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-func-no-new-func", Severity.ERROR, Set.of(),
            "an entry has no new_func");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (KlpObject object : context.patch().objects().entries()) {
            for (KlpFunc func : TableContext.entries(object)) {
                func.oldName().filter(_ -> func.newFunc().isEmpty()).ifPresent(name -> sink.accept(Finding.at(
                        func.place(), INFO, "the entry for " + quoted(name.value()) + " has no .new_func: the kernel"
                                + " refuses the whole patch, and does not say why. Give the function that replaces it")));
            }
        }
    }
}
