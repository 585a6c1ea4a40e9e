package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.KlpObject;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** An object without funcs. Source: kernel/livepatch/core.c klp_enable_patch(), v6.1. */
public final class KlpObjectNullFuncs implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-object-null-funcs", Severity.ERROR, Set.of(),
            "an object has no table of functions");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (KlpObject object : context.patch().objects().entries()) {
            if (object.funcs().isEmpty()) {
                sink.accept(Finding.at(object.place(), INFO, "the object " + object.objectName().text()
                        + " has no .funcs: the kernel refuses the whole patch, and does not say why. Give its table of"
                        + " functions; one for callbacks only is { { } }"));
            }
        }
    }
}
