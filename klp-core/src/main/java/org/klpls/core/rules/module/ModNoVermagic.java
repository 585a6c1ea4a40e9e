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

/** Source: kernel/module/main.c check_modinfo(), v6.1. */
public final class ModNoVermagic implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("mod-no-vermagic", Severity.WARNING, Set.of(Need.MODULE),
            "the module does not say which kernel it is for");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(ModinfoEvent.NoVermagic.class).filter(_ -> !context.isModinfoHidden())
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                        "the module has no vermagic, so nothing tells the kernel whether it was built for it: "
                                + (event.consequence() instanceof Consequence.Refused
                                        ? "it is refused"
                                        : "it is loaded by force, and taints the kernel")
                                + ". Build it with Kbuild, and keep .modinfo as it is")));
    }
}
