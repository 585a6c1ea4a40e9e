package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.elf.ElfHeader;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel does not look at it. Source: kernel/module/main.c elf_validity_check(), v6.1. */
public final class ElfClassMismatch implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("elf-class-mismatch", Severity.WARNING, Set.of(Need.MODULE),
            "e_ident does not say 64-bit little-endian");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        ElfHeader header = context.module().image().header();
        if (header.elfClass() != ElfHeader.ELFCLASS64 || header.dataEncoding() != ElfHeader.ELFDATA2LSB) {
            sink.accept(Finding.at(new Place.InModule(ElfPlace.of(context.module().path())), INFO, "e_ident says class "
                    + header.elfClass() + ", encoding " + header.dataEncoding()
                    + "; a module for x86-64 is class 2, encoding 1. The kernel reads it as that all the same; other tools do not."
                    + " Look at what changed the module after it was built"));
        }
    }
}
