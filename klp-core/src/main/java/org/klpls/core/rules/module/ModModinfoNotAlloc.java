package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.SymbolEvent;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/module/main.c find_sec() and get_next_modinfo(), v6.1. */
public final class ModModinfoNotAlloc implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("mod-modinfo-not-alloc", Severity.ERROR, Set.of(Need.MODULE),
            "the kernel does not see the section .modinfo");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        if (context.isModinfoHidden()) {
            Finding finding = Finding.at(
                    new Place.InModule(ElfPlace.of(context.module().path(), ".modinfo", 0)), INFO,
                    "the section .modinfo lacks the flag SHF_ALLOC, so the kernel does not see it: to the kernel the module has no vermagic, no licence and no mark of a livepatch. A tool that worked on the file has lost the flag; set it with objcopy --set-section-flags .modinfo=alloc,readonly");
            sink.accept(context.reached(SymbolEvent.Unknown.class)
                    .filter(event -> event.why() == SymbolEvent.Why.GPL_ONLY)
                    .flatMap(event -> event.kernelMessages().stream()).findFirst().map(finding::kernelSays)
                    .orElse(finding));
        }
    }
}
