package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.ElfEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Names are measured before anything looks whether they are there. Source: kernel/module/kallsyms.c layout_symtab(), v6.1. */
public final class ElfSymnameBounds implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("elf-symname-bounds", Severity.ERROR, Set.of(Need.MODULE),
            "a symbol's name lies past the string table");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(ElfEvent.SymbolNameOutside.class).forEach(event -> sink.accept(ModuleContext.finding(INFO,
                event,
                "the name of this symbol lies past the string table: the kernel does not look, and reads behind the file. Look at what changed the module after it was built")));
    }
}
