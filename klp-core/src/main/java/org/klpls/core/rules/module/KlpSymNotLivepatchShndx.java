package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.loader.SymbolEvent;
import org.klpls.core.module.KlpNames;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The section index, not the name, makes a livepatch symbol. */
public final class KlpSymNotLivepatchShndx implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-sym-not-livepatch-shndx", Severity.ERROR,
            Set.of(Need.MODULE), "a livepatch relocation uses a symbol that is not SHN_LIVEPATCH");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.SymbolNotLivepatch.class).forEach(event -> sink.accept(ModuleContext.finding(
                INFO,
                event, "the livepatch relocation refers to '" + event.symbol()
                        + "', which is not a livepatch symbol: its section index is not SHN_LIVEPATCH (0xff20). "
                        + (isKlpName(event.symbol())
                                ? "Set st_shndx of the symbol"
                                : "Move the relocation to the ordinary section, or make a .klp.sym. symbol for it"))));
        context.events(SymbolEvent.class)
                .filter(event -> isKlpName(event.symbol()) && !KlpNotConverted.isMarker(event.symbol()))
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "the symbol '" + event.symbol()
                        + "' has the name of a livepatch symbol, but its section index is not SHN_LIVEPATCH (0xff20),"
                        + " so the kernel takes it for an ordinary one. Set st_shndx of the symbol")));
    }

    private static boolean isKlpName(String name) {
        return name.startsWith(KlpNames.SYMBOL_PREFIX);
    }
}
