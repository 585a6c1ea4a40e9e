package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.TableEnd;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel walks the array up to an entry of zeros; without one it takes what follows in memory for objects. */
public final class KlpObjsMissingTerminator implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-objs-missing-terminator", Severity.ERROR, Set.of(),
            "a klp_object array does not end with an all-zero entry");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        if (context.patch().objects().end() == TableEnd.MISSING) {
            sink.accept(Terminators.missing(INFO, context.patch().objects()));
        }
    }
}
