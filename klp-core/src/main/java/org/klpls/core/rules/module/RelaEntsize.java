package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel divides by 24, and forgets the rest. Source: arch/x86/kernel/module.c __apply_relocate_add(), v6.1. */
public final class RelaEntsize implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("rela-entsize", Severity.WARNING, Set.of(Need.MODULE),
            "a relocation section is no whole number of relocations");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        ElfImage image = context.module().image();
        image.sections().stream()
                .filter(section -> section.type() == SectionHeader.SHT_RELA && section.size() % Rela.SIZE != 0)
                .filter(section -> image.section(section.info()).filter(SectionHeader::isAlloc).isPresent())
                .forEach(section -> sink.accept(Finding.at(KlpFileChecks.place(context, section), INFO, "section "
                        + section.name()
                        + " has 0x" + Long.toHexString(section.size()) + " bytes, no multiple of " + Rela.SIZE
                        + ": it was cut, and the kernel does without the rest of the last relocation. Look at what changed the module"
                        + " after it was built")));
    }
}
