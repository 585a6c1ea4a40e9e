package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel rounds down. Source: kernel/module/main.c simplify_symbols(), v6.1. */
public final class ElfSymtabEntsize implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("elf-symtab-entsize", Severity.WARNING, Set.of(Need.MODULE),
            "the symbol table is no whole number of symbols");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.module().image().symbolTableSection().filter(table -> table.size() % ElfSymbol.SIZE != 0)
                .ifPresent(table -> sink.accept(Finding.at(KlpFileChecks.place(context, table), INFO,
                        "the symbol table has 0x"
                                + Long.toHexString(table.size()) + " bytes, no multiple of " + ElfSymbol.SIZE
                                + ": it was cut, and the kernel does without the rest of the last symbol. Look at what changed the module"
                                + " after it was built")));
    }
}
