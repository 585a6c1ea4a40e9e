package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** No step of the kernel looks at the code around a relocation. */
public final class RelocNotRelative implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("reloc-not-relative", Severity.ERROR, Set.of(Need.MODULE),
            "an address is written where the code wants a distance");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(RelocationEvent.OperandOfOtherType.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                        "this operand of the replacement counts from the next instruction, and its relocation (type "
                                + event.type() + ") writes an address there. R_X86_64_PC32 or PLT32 is meant")));
    }
}
