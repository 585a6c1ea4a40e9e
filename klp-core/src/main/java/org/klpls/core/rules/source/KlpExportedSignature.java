package org.klpls.core.rules.source;

import java.util.Set;
import java.util.function.Consumer;

import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** An exported function has callers that no source of the kernel shows. Types from the kernel's BTF. */
public final class KlpExportedSignature implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-exported-signature", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TYPES, Need.KERNEL_EXPORTS),
            "new_func takes other parameters than the exported function that it replaces");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        SignatureDifference.all(context).stream().filter(difference -> difference.isExported(context))
                .forEach(difference -> sink.accept(difference.finding(context, INFO,
                        ". It is exported: modules that are not in this source call it, too. Give it the same parameters, and"
                                + " add a function with others beside it")));
    }
}
