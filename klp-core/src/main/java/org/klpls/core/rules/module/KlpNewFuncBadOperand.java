package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The loader writes whatever a relocation says; only the code shows what it was meant for. */
public final class KlpNewFuncBadOperand implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-new-func-bad-operand", Severity.ERROR, Set.of(Need.MODULE),
            "an operand of a new function leads to what it cannot be meant for");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        // A value that was cut leads nowhere, too: that is told by itself.
        if (context.events(RelocationEvent.PcRelativeTruncated.class).findAny().isEmpty()) {
            context.reached(RelocationEvent.OperandLeadsNowhere.class)
                    .forEach(event -> sink.accept(ModuleContext.finding(
                            INFO, event,
                            "this operand of a new function leads to 0x" + Long.toHexString(event.address())
                                    + ", where no kernel has memory: the function crashes when it gets there. Its relocation has a"
                                    + " wrong addend or symbol")));
        }
        context.reached(RelocationEvent.CodeReadAsData.class).forEach(event -> sink.accept(ModuleContext.finding(INFO,
                event, "a new function reads a variable here, and '" + event.symbol()
                        + "' is a function: it gets code for a value. Give the relocation the symbol of the variable")));
        context.reached(RelocationEvent.PointerLeadsNowhere.class).forEach(event -> sink.accept(ModuleContext.finding(
                INFO, event, "a new function follows the pointer " + event.pointer()
                        + ", which nothing in the module sets, and which leads to 0x" + Long.toHexString(event.value())
                        + ": it crashes there. A relocation of the pointer is missing or wrong")));
    }
}
