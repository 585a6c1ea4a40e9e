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

/** sh_info is looked at only at load. Source: kernel/livepatch/core.c klp_init_object_loaded(), v6.1. */
public final class KlpRelaBadTarget implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-rela-bad-target", Severity.ERROR, Set.of(Need.MODULE),
            "livepatch relocations are for a section that is not loaded");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.SectionBadTarget.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                        "section " + event.section() + " is for section " + event.target()
                                + " (sh_info), which is not there, or not loaded: "
                                + (event.consequence() instanceof Consequence.Crashes
                                        ? "the kernel writes to a wrong place when the object is patched"
                                        : "its relocations are never applied")
                                + ". Set sh_info to the section that they are for")));
    }
}
