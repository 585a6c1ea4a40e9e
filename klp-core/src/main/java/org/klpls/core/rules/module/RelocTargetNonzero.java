package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel writes relocations only over zeros. */
public final class RelocTargetNonzero implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("reloc-target-nonzero", Severity.ERROR, Set.of(Need.MODULE),
            "a relocation writes to a place that is not zero");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.TargetNonzero.class).forEach(event -> sink.accept(ModuleContext.finding(INFO,
                event,
                "the place of this relocation, " + event.target().section().orElse("") + "+0x"
                        + Long.toHexString(event.target().offset().orElse(0))
                        + ", is not zero: something is there already, or another relocation has written it. The kernel refuses"
                        + " the module. See that no two relocations have this place, and that r_offset is right")));
    }
}
