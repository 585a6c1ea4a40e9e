package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.Consequence;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The flag, not the name, makes a livepatch relocation section. */
public final class KlpRelaMissingFlag implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-rela-missing-flag", Severity.ERROR, Set.of(Need.MODULE),
            "a .klp.rela section lacks SHF_RELA_LIVEPATCH");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.SectionNotFlagged.class).forEach(event -> sink.accept(ModuleContext.finding(INFO,
                event,
                "section " + event.section() + " lacks the flag SHF_RELA_LIVEPATCH (0x100000). The kernel says nothing,"
                        + " takes those of its livepatch symbols that no other section has resolved for address 0, and the"
                        + " patch crashes when it uses one. Set the flag")
                .severity(event.consequence() instanceof Consequence.GoesOn ? Severity.WARNING : Severity.ERROR)));
    }
}
