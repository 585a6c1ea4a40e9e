package org.klpls.core.rules.table;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.Located;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/** What is built in is never loaded as a module. Source: modules.builtin, Documentation/kbuild/kbuild.rst, v6.1. */
public final class KlpObjectModuleBuiltin implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-object-module-builtin", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS), "an object is a module that is built into this kernel");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        TargetKernel kernel = context.knownKernel();
        for (KlpObject object : context.patch().objects().entries()) {
            object.name().filter(name -> kernel.modules().builtIn().contains(name.value()))
                    .filter(name -> kernel.modules().named(name.value()).isEmpty())
                    .ifPresent(name -> sink.accept(Finding.at(name.place(), INFO, quoted(name.value())
                            + " is built into this kernel (modules.builtin), so no module of that name is ever loaded, and"
                            + " nothing is patched. Leave .name out: its functions are in vmlinux")
                            .fixes(toNull(name))));
        }
    }

    private static List<Fix> toNull(Located<String> name) {
        return Literal.replace(name.place(), "NULL").map(edit -> new Fix("Change to NULL", List.of(edit))).stream()
                .toList();
    }
}
