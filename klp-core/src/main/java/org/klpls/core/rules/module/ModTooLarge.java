package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.ElfEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** All modules share one area of 1 GiB or more. Source: arch/x86/kernel/module.c module_alloc(), v6.1. */
public final class ModTooLarge implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("mod-too-large", Severity.ERROR, Set.of(Need.MODULE),
            "the module needs more memory than there is for modules");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(ElfEvent.TooLarge.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "its sections need 0x"
                        + Long.toHexString(event.size())
                        + " bytes, more than there are for all modules together: the kernel refuses it. Look for a section with a size or an alignment that nobody meant")));
    }
}
