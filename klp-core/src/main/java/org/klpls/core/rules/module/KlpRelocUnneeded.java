package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.ObjectName;
import org.klpls.core.module.KlpNames;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The loader finds exported symbols by itself, and checks their CRCs. */
public final class KlpRelocUnneeded implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-reloc-unneeded", Severity.INFO,
            Set.of(Need.MODULE, Need.KERNEL_EXPORTS),
            "a livepatch symbol stands for one that is exported");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        KlpFileChecks.livepatchSymbols(context).forEach(symbol -> KlpNames.scanSymbol(symbol.name(), Integer.MAX_VALUE)
                .filter(name -> name.object().equals(ObjectName.VMLINUX))
                .filter(name -> context.kernel().flatMap(k -> k.export(name.symbol()))
                        .filter(export -> export.owner().equals(ObjectName.VMLINUX) && export.namespace().isEmpty())
                        .isPresent())
                .ifPresent(name -> sink.accept(Finding.at(KlpFileChecks.place(context, symbol), INFO, "'"
                        + name.symbol()
                        + "' is exported by vmlinux: the module can use it as any module does, and the kernel then compares its CRC."
                        + " Leave it undefined, without a livepatch symbol"))));
    }
}
