package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.module.KlpRelocationSection;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The flag counts, not the type. Source: kernel/module/main.c apply_relocations(), v6.1. */
public final class KlpRelaNotRela implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-rela-not-rela", Severity.INFO, Set.of(Need.MODULE),
            "a livepatch relocation section is not of type SHT_RELA");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.module().klpRelocations().stream().filter(KlpRelocationSection::flagged)
                .map(KlpRelocationSection::header)
                .filter(section -> section.type() != SectionHeader.SHT_RELA)
                .forEach(section -> sink.accept(Finding.at(KlpFileChecks.place(context, section), INFO, "section "
                        + section.name()
                        + " is flagged as livepatch relocations, and is of type " + section.type()
                        + ": the kernel reads it as SHT_RELA (4) all the same; readelf and objdump do not. Set sh_type")));
    }
}
