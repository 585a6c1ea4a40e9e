package org.klpls.core.rules.table;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.KernelVersion;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** old_name does not fit KSYM_NAME_LEN. Source: kernel/livepatch/core.c klp_init_func(), v6.1. */
public final class KlpFuncNameTooLong implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-func-name-too-long", Severity.ERROR, Set.of(),
            "old_name is longer than a symbol can be");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        KernelVersion version = context.kernel().map(KernelVersion::of).orElse(KernelVersion.V6_1);
        for (Target target : context.targets()) {
            if (isTooLong(target, version)) {
                sink.accept(Finding.at(target.oldName().place(), INFO, "this name has " + length(target)
                        + " bytes, and a symbol of the kernel at most " + (version.ksymNameLength() - 1)
                        + ": the kernel refuses the whole patch, and does not say why"));
            }
        }
    }

    static boolean isTooLong(Target target, KernelVersion version) {
        return length(target) >= version.ksymNameLength();
    }

    private static int length(Target target) {
        return target.name().getBytes(StandardCharsets.UTF_8).length;
    }
}
