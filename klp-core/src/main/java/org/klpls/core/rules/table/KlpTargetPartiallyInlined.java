package org.klpls.core.rules.table;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.klpls.core.kernel.CodeOf;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The function has its own code, and copies in other functions that are not patched. */
public final class KlpTargetPartiallyInlined implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-partially-inlined", Severity.WARNING,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TRACEABLE, Need.KERNEL_INLINES),
            "copies of old_name in other functions keep the old code");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        Set<String> patched = context.targets().stream().map(Target::name).collect(Collectors.toSet());
        for (InlinedTarget found : InlinedTarget.of(context)) {
            List<CodeOf> left = found.holders().stream().filter(h -> !patched.contains(InlinedTarget.name(h))).toList();
            if (found.hasCode() && !left.isEmpty()) {
                sink.accept(Finding.at(found.target().oldName().place(), INFO,
                        "there are copies of this function inlined"
                                + " into " + InlinedTarget.listed(left, 5) + ", which keep the old code. Patch "
                                + (left.size() == 1 ? "it" : "them") + " too")
                        .related(found.related()));
            }
        }
    }
}
