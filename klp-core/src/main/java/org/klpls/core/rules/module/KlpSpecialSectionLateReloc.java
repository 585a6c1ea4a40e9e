package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.FinalizeEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: arch/x86/kernel/module.c module_finalize(), v6.1, and kernel/livepatch/core.c klp_init_object_loaded(). */
public final class KlpSpecialSectionLateReloc implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-special-section-late-reloc", Severity.ERROR,
            Set.of(Need.MODULE),
            "a special section is relocated after the kernel has worked it off");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(FinalizeEvent.LateSpecialSection.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, event.section()
                        + " is applied when its module is patched; the kernel works off " + event.target()
                        + " earlier, when the livepatch is loaded, with entries that are still 0. Do not use static keys, static calls or alternatives of that module in the new code: ask static_key_enabled() instead")));
    }
}
