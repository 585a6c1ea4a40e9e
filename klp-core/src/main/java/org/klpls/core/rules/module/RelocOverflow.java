package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.reloc.RelocationType;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** 32 bits hold only addresses near the kernel. */
public final class RelocOverflow implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("reloc-overflow", Severity.ERROR, Set.of(Need.MODULE),
            "the value of a relocation does not fit its place");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.Overflow.class).forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                "the value 0x" + Long.toHexString(event.value()) + " does not fit the 32 bits of a relocation of type "
                        + RelocationType.of(event.type()).map(RelocationType::elfName).orElse("")
                        + ". The kernel refuses the module. Compile with -mcmodel=kernel, and look at type and addend")));
    }
}
