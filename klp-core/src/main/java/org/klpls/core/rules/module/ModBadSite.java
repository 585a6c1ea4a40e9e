package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.Consequence;
import org.klpls.core.loader.FinalizeEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: arch/x86/kernel/module.c module_finalize(), kernel/jump_label.c, v6.1. */
public final class ModBadSite implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("mod-bad-site", Severity.ERROR, Set.of(Need.MODULE),
            "an entry of a special section leads to no code");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(FinalizeEvent.NoSuchSite.class).forEach(event -> sink.accept(ModuleContext
                .finding(INFO, event,
                        "this entry of " + event.section() + " leads to " + event.target()
                                + ", which is not the code that the kernel wants to change there: "
                                + (event.consequence() instanceof Consequence.Crashes
                                        ? "it crashes"
                                        : event.consequence() instanceof Consequence.GoesOn
                                                ? "it warns, and leaves the place alone"
                                                : "it writes there all the same")
                                + ". A relocation of the section is missing or wrong")
                .severity(event.consequence() instanceof Consequence.GoesOn ? Severity.WARNING : Severity.ERROR)));
        context.reached(FinalizeEvent.LastEntryCut.class).forEach(event -> sink.accept(ModuleContext.finding(INFO,
                event,
                "the table " + event.section() + " has " + event.size() + " bytes, and entries of " + event.entrySize()
                        + ": the last one has lost its end, and is left out or read with what follows. Build the module"
                        + " again")));
        context.reached(FinalizeEvent.KeyOutside.class).forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                "the key of this jump label leads to " + event.key()
                        + ", which is no static key: the kernel writes there. A relocation of __jump_table is missing or"
                        + " wrong")));
    }
}
