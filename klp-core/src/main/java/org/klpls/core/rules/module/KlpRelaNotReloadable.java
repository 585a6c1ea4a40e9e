package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Relocations were taken back since 6.3 only. Source: arch/x86/kernel/module.c clear_relocate_add(), v6.3. */
public final class KlpRelaNotReloadable implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-rela-not-reloadable", Severity.INFO, Set.of(Need.MODULE),
            "a patched module cannot be loaded again after it was unloaded");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.NotReloadable.class).forEach(event -> sink.accept(ModuleContext.finding(INFO,
                event, "on kernels before 6.3 the relocations of " + event.section() + " stay when " + event.objname()
                        + " is unloaded, and it is refused when it is loaded again while this livepatch is. Unload the livepatch before the module is loaded again")));
    }
}
