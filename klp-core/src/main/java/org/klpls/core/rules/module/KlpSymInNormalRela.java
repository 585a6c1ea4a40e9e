package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Only livepatch relocation sections resolve livepatch symbols. */
public final class KlpSymInNormalRela implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-sym-in-normal-rela", Severity.ERROR, Set.of(Need.MODULE),
            "an ordinary relocation uses a livepatch symbol");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.LivepatchSymbolInOrdinarySection.class)
                .forEach(event -> sink.accept(ModuleContext
                        .finding(INFO, event, "the ordinary section " + event.section() + " uses the livepatch symbol '"
                                + event.symbol()
                                + "'. The kernel says nothing, takes it for address 0, and the patch crashes when it"
                                + " uses it. Move the relocation to the .klp.rela. section of that object")));
    }
}
