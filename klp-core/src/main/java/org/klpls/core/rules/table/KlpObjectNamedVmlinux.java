package org.klpls.core.rules.table;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.KlpObject;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** {@code .name = "vmlinux"} waits for a module called vmlinux. The kernel proper is {@code .name = NULL}. */
public final class KlpObjectNamedVmlinux implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-object-named-vmlinux", Severity.ERROR, Set.of(),
            "an object is named \"vmlinux\"; the kernel proper is NULL");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (KlpObject object : context.patch().objects().entries()) {
            object.name().filter(name -> name.value().equals("vmlinux")).ifPresent(name -> {
                List<Fix> fixes = Literal.replace(name.place(), "NULL").stream()
                        .map(edit -> new Fix("Change to NULL: the kernel proper", List.of(edit))).toList();
                sink.accept(Finding.at(name.place(), INFO, "this waits for a module called vmlinux, so it never patches"
                        + " anything: the kernel proper is NULL, or no .name at all").fixes(fixes));
            });
        }
    }
}
