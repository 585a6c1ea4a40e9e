package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel takes it for a mask. Source: kernel/module/main.c get_offset(), v6.1. */
public final class ElfAlignNotPow2 implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("elf-align-not-pow2", Severity.WARNING, Set.of(Need.MODULE),
            "the alignment of a section is not a power of two");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.module().image().sections().stream().filter(SectionHeader::isAlloc)
                .filter(section -> Long.bitCount(section.addralign()) > 1)
                .forEach(section -> sink.accept(Finding.at(KlpFileChecks.place(context, section), INFO,
                        "the alignment of "
                                + section.name() + " is 0x" + Long.toHexString(section.addralign())
                                + ", no power of two: the kernel takes it for one, and the section comes to lie anywhere, perhaps over"
                                + " another one. Set sh_addralign")));
    }
}
