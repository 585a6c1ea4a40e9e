package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.EnableEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Nothing is checked but NULL. Source: kernel/livepatch/core.c klp_init_patch_early(), v6.1. */
public final class KlpTableBadPointer implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-table-bad-pointer", Severity.ERROR, Set.of(Need.MODULE),
            "a pointer in a table leads to no memory of the module");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(EnableEvent.BadPointer.class).forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                "." + event.member() + " leads to 0x" + Long.toHexString(event.pointer())
                        + ", which is not the module's: the kernel follows it, and crashes. A relocation of the table is missing"
                        + " or wrong")));
        context.reached(EnableEvent.NotAString.class).forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                "." + event.member() + " leads to 0x" + Long.toHexString(event.pointer())
                        + ", where no string is: the kernel reads there, and crashes. A relocation of the table is missing or"
                        + " wrong")));
        if (context.events(EnableEvent.TableWithoutEnd.class).findAny().isEmpty()
                && context.events(EnableEvent.SharedFuncs.class).findAny().isEmpty()) {
            context.reached(EnableEvent.TablesOverlap.class).limit(1)
                    .forEach(event -> sink.accept(ModuleContext.finding(
                            INFO, event,
                            "this entry lies over one of another table: the kernel keeps a list in each, and destroys"
                                    + " the one with the other. Let .funcs and .objs lead to the start of arrays of their own")));
        }
    }
}
