package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.Consequence;
import org.klpls.core.loader.ModinfoEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/module/version.c check_version(), v6.1. */
public final class ModNoVersions implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("mod-no-versions", Severity.WARNING, Set.of(Need.MODULE),
            "the module has no CRCs of the symbols that it uses");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(ModinfoEvent.NoVersions.class).limit(1)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                        "the module has no __versions, and the kernel has"
                                + " CRCs of its symbols: " + (event.consequence() instanceof Consequence.Refused
                                        ? "it is refused"
                                        : "it is loaded by force, taints the kernel, and nothing tells whether the symbols are those"
                                                + " that it was built against")
                                + ". Build it with the kernel's Module.symvers")));
    }
}
