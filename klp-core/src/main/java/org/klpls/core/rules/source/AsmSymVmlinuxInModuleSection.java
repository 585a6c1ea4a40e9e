package org.klpls.core.rules.source;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.KernelVersion;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SymbolReference;

/** An asm name for the relocations of a module, of a symbol of vmlinux. */
public final class AsmSymVmlinuxInModuleSection implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-sym-vmlinux-in-module-section", Severity.ERROR, Set.of(),
            "a livepatch relocation for a module uses a symbol of vmlinux");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        // Source: kernel/livepatch/core.c klp_resolve_symbols(), since v5.8
        if (context.version().compareTo(new KernelVersion(5, 8)) < 0) {
            return;
        }
        for (SymbolReference reference : context.source().references()) {
            reference.livepatched().filter(object -> !object.equals(ObjectName.VMLINUX))
                    .filter(_ -> reference.object().equals(ObjectName.VMLINUX))
                    .ifPresent(object -> sink.accept(References.finding(INFO, reference, "'" + reference.symbol()
                            + "' is a symbol of vmlinux, and is to be relocated only when " + object.text()
                            + " comes: the kernel refuses that. Give vmlinux as the livepatched object, too")));
        }
    }
}
