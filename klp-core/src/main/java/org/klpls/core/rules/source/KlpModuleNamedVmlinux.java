package org.klpls.core.rules.source;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The name is the kernel's own. Source: kernel/livepatch/core.c klp_module_coming(), v6.1. */
public final class KlpModuleNamedVmlinux implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-module-named-vmlinux", Severity.ERROR, Set.of(),
            "the module is called vmlinux");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        if (context.source().isLivepatch() && context.source().moduleName().equals("vmlinux")
                && !EnableCalls.all(context).isEmpty()) {
            sink.accept(Finding.at(new Place.InSource(EnableCalls.all(context).getFirst().place()), INFO,
                    "a module must not be called vmlinux: livepatch takes that name for the kernel proper. Rename the file,"
                            + " or the module in its Makefile")
                    .kernelSays("livepatch: vmlinux.ko: invalid module name"));
        }
    }
}
