package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** They are applied when their object is patched, and only then. Source: kernel/livepatch/core.c klp_init_object_loaded(), v6.1. */
public final class KlpRelaOrphanObject implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-rela-orphan-object", Severity.ERROR, Set.of(Need.MODULE),
            "livepatch relocations are for an object that is not patched");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.SectionOrphan.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "section " + event.section()
                        + " is for the object '" + event.objname()
                        + "', which no patch of the module has: its relocations are never applied, and the code that needs them"
                        + " crashes. Add the object to the patch, or name the section after the right one")));
    }
}
