package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.ElfEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/module/main.c find_module_sections(), v6.1. */
public final class ModCtorsAndInitArray implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("mod-ctors-and-init-array", Severity.ERROR, Set.of(Need.MODULE),
            "the module has constructors in two kinds of section");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(ElfEvent.TwoKindsOfConstructors.class).forEach(event -> sink.accept(ModuleContext.finding(INFO,
                event,
                "it has constructors in .ctors and in .init_array, which the kernel refuses. Compile all its files with one compiler and the same flags")));
    }
}
