package org.klpls.core.rules.module;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.model.KlpSymbolName;
import org.klpls.core.model.ObjectName;
import org.klpls.core.module.KlpNames;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** A livepatch relocation can only reach what kallsyms lists. */
public final class KlpSymNotFound implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-sym-not-found", Severity.ERROR,
            Set.of(Need.MODULE, Need.KERNEL_SYMBOLS),
            "a livepatch symbol names a symbol that the kernel does not have");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        UnresolvedSymbols.of(context, SymbolLookup.NotFound.class).forEach(unresolved -> sink.accept(ModuleContext
                .finding(INFO, unresolved.event(), "'" + unresolved.event().symbol() + "': "
                        + why(context, unresolved.event().symbol(), unresolved.lookup().name()))));
    }

    private static String why(ModuleContext context, String klpSymbol, String name) {
        ObjectName object = KlpNames.scanSymbol(klpSymbol, Integer.MAX_VALUE).map(KlpSymbolName::object)
                .orElse(ObjectName.VMLINUX);
        return switch (object) {
            case ObjectName.Vmlinux vmlinux ->
                "vmlinux has no symbol '" + name + "'" + similar(context, vmlinux, name)
                        + ". The kernel refuses the module";
            case ObjectName.Module module ->
                "the module " + module.name() + " is not loaded, or has no symbol '" + name
                        + "'. The kernel refuses the livepatch unless it is there: put the relocation into .klp.rela."
                        + module.name() + ".*, and patch an object of that name";
        };
    }

    private static String similar(ModuleContext context, ObjectName object, String symbol) {
        List<String> names = context.kernel().map(k -> k.similarNames(object, symbol, 3)).orElse(List.of());
        return names.isEmpty() ? "" : "; near to it are " + String.join(", ", names);
    }
}
