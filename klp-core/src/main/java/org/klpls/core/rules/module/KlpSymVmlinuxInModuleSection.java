package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Since 5.8. Source: kernel/livepatch/core.c klp_resolve_symbols(), v6.1. */
public final class KlpSymVmlinuxInModuleSection implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-sym-vmlinux-in-module-section", Severity.ERROR,
            Set.of(Need.MODULE),
            "a livepatch relocation for a module uses a symbol of vmlinux");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.VmlinuxSymbolInModuleSection.class).forEach(event -> sink.accept(ModuleContext
                .finding(INFO, event, "the section is for a module, and the relocation uses '" + event.symbol()
                        + "' of vmlinux, which the kernel refuses. Move the relocation to a section .klp.rela.vmlinux.*, or name the module that the symbol is in")));
    }
}
