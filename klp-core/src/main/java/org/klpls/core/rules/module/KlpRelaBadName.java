package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The name of the section says for which object it is. */
public final class KlpRelaBadName implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-rela-bad-name", Severity.ERROR, Set.of(Need.MODULE),
            "a livepatch relocation section is not named .klp.rela.OBJECT.SECTION");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.SectionBadName.class).forEach(event -> sink.accept(ModuleContext.finding(INFO,
                event,
                "section " + event.section()
                        + " is flagged as livepatch relocations (SHF_RELA_LIVEPATCH), and is not named"
                        + " .klp.rela.OBJECT.SECTION. The kernel refuses the module. Rename the section; if it holds ordinary"
                        + " relocations, clear the flag")));
    }
}
