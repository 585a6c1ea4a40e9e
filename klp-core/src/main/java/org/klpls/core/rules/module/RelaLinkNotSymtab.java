package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel has one symbol table, and uses it. Source: arch/x86/kernel/module.c __apply_relocate_add(), v6.1. */
public final class RelaLinkNotSymtab implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("rela-link-not-symtab", Severity.INFO, Set.of(Need.MODULE),
            "a relocation section names another symbol table than the module's");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        ElfImage image = context.module().image();
        image.symbolTableSection().ifPresent(table -> image.sections().stream()
                .filter(section -> section.type() == SectionHeader.SHT_RELA && section.link() != table.index().value())
                .filter(section -> image.section(section.info()).filter(SectionHeader::isAlloc).isPresent())
                .forEach(section -> sink.accept(Finding.at(KlpFileChecks.place(context, section), INFO, "section "
                        + section.name()
                        + " is linked (sh_link) to section " + section.link() + ", and the symbol table is "
                        + table.index().value()
                        + ": the kernel uses the symbol table all the same; readelf and objcopy do not. Set sh_link"))));
    }
}
