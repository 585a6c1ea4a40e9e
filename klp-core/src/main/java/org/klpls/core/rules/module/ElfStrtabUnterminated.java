package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel does not look at it. Source: kernel/module/main.c elf_validity_check(), v6.1. */
public final class ElfStrtabUnterminated implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("elf-strtab-unterminated", Severity.WARNING, Set.of(Need.MODULE),
            "the last symbol name does not end");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        ElfImage image = context.module().image();
        image.symbolTableSection().flatMap(table -> image.section(table.link())).filter(image::isInsideFile)
                .filter(strings -> image.content(strings).size() > 0
                        && image.content(strings).u8(image.content(strings).size() - 1) != 0)
                .ifPresent(strings -> sink.accept(Finding.at(KlpFileChecks.place(context, strings), INFO,
                        "the string table "
                                + strings.name()
                                + " does not end with a NUL: the kernel reads the last name on into what follows in the"
                                + " file. Look at what changed the module after it was built")));
    }
}
