package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.TableEnd;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel walks the array up to an entry of zeros; without one it takes what follows in memory for functions. */
public final class KlpFuncsMissingTerminator implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-funcs-missing-terminator", Severity.ERROR, Set.of(),
            "a klp_func array does not end with an all-zero entry");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (KlpObject object : context.patch().objects().entries()) {
            object.funcs().filter(funcs -> funcs.end() == TableEnd.MISSING)
                    .ifPresent(funcs -> sink.accept(Terminators.missing(INFO, funcs)));
        }
    }
}
