package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.ElfEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/module/strict_rwx.c module_enforce_rwx_sections(), v6.1. */
public final class ElfWxSection implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("elf-wx-section", Severity.ERROR, Set.of(Need.MODULE),
            "a section is writable and executable");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(ElfEvent.WritableAndExecutable.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "section " + event.section()
                        + " is writable and executable, which CONFIG_STRICT_MODULE_RWX refuses. Clear one of the"
                        + " flags: code is AX, data is WA")));
    }
}
