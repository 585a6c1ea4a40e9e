package org.klpls.core.rules.source;

import java.util.Set;
import java.util.function.Consumer;

import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Callers go on to call the replacement as they called the function. Types from the kernel's BTF. */
public final class KlpNewFuncSignatureMismatch implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-new-func-signature-mismatch", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TYPES),
            "new_func takes other parameters than the function that it replaces");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        SignatureDifference.all(context).stream().filter(difference -> !difference.isExported(context))
                .forEach(difference -> sink.accept(difference.finding(context, INFO,
                        ". It gets what its callers give, and crashes or returns nonsense. Give it the same parameters")));
    }
}
