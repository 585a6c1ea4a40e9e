package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel does not compare the number with the size of the table. */
public final class RelocSymBounds implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("reloc-sym-bounds", Severity.ERROR, Set.of(Need.MODULE),
            "a relocation refers to a symbol that is not there");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.SymbolIndexOutside.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "the relocation refers to symbol "
                        + event.index() + ", and there are " + event.count()
                        + ": the kernel does not look, and takes what lies behind the table for a symbol. Look at what changed"
                        + " the module's symbol table after it was built")));
    }
}
