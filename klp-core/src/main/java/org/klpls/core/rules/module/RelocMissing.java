package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** No step of the kernel looks for what is missing. */
public final class RelocMissing implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("reloc-missing", Severity.ERROR, Set.of(Need.MODULE),
            "an operand of a replacement is filled by no relocation");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(RelocationEvent.OperandNotRelocated.class)
                .filter(_ -> context.events(RelocationEvent.OffsetOutsideSection.class).findAny().isEmpty())
                .forEach(event -> sink.accept(ModuleContext.finding(
                        INFO, event,
                        "an operand in the replacement is 0 and no relocation fills it: a call or a variable leads to the next instruction. A relocation was lost after the compiler had written it; look at what changed the module")));
    }
}
