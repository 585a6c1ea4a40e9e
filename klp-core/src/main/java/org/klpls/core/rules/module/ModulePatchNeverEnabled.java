package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.Consequence;
import org.klpls.core.loader.InitEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The same as for the source, for the built module. */
public final class ModulePatchNeverEnabled implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-patch-never-enabled", Severity.ERROR, Set.of(Need.MODULE),
            "no code enables the patch");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(InitEvent.NeverEnabled.class)
                .filter(event -> !(event.consequence() instanceof Consequence.GoesOn))
                .forEach(event -> sink
                        .accept(ModuleContext.finding(INFO, event, "the module is marked as a livepatch, and"
                                + " its init function enables no patch: it is loaded, and patches nothing")));
    }
}
