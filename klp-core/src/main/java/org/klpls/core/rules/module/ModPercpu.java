package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.ElfEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/module/main.c percpu_modalloc(), v6.1. */
public final class ModPercpu implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("mod-percpu", Severity.ERROR, Set.of(Need.MODULE),
            "the per-cpu variables of the module need more than the kernel gives");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(ElfEvent.PercpuTooLarge.class).forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                "its per-cpu variables need 0x" + Long.toHexString(event.size())
                        + " bytes on each CPU, more than the kernel keeps for modules: it refuses the module. Allocate them with alloc_percpu() in a shadow variable, or make them smaller")));
        context.reached(ElfEvent.PercpuAlignment.class).forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                "its per-cpu variables want an alignment of " + event.align()
                        + " bytes, and the kernel aligns them to a page at most: it warns, and goes on with a page. Take away the alignment")
                .severity(Severity.WARNING)));
    }
}
