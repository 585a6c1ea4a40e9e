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

/** Source: arch/x86/kernel/module.c __apply_relocate_add(), v6.1: the check is switched off there. */
public final class RelocPc32Truncated implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("reloc-pc32-truncated", Severity.ERROR, Set.of(Need.MODULE),
            "a relative relocation leads further than 2 GiB");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(RelocationEvent.PcRelativeTruncated.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "the value 0x"
                        + Long.toHexString(event.value())
                        + " does not fit the 32 bits of this relative relocation: the kernel cuts it off without a word, and the code leads somewhere else. Look at symbol and addend")
                        .severity(event.consequence() instanceof Consequence.GoesOn
                                ? Severity.WARNING
                                : Severity.ERROR)));
    }
}
