package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.Consequence;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel keeps only sections with SHF_ALLOC. */
public final class KlpRelaNotAlloc implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-rela-not-alloc", Severity.ERROR, Set.of(Need.MODULE),
            "a livepatch relocation section lacks SHF_ALLOC");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.SectionNotAlloc.class).forEach(event -> {
            Finding finding = ModuleContext.finding(INFO, event, "section " + event.section()
                    + " lacks SHF_ALLOC, so the kernel frees it after the load"
                    + (harms(event)
                            ? ", and reads freed memory when it applies these relocations"
                            : "; those for vmlinux are applied by then, so this kernel does no harm")
                    + ". Set the flag");
            sink.accept(harms(event)
                    ? finding
                    : new Finding(finding.code(), Severity.WARNING, finding.message(),
                            finding.source(), finding.module(), finding.kernelMessage(), finding.related(),
                            finding.fixes()));
        });
    }

    private static boolean harms(RelocationEvent.SectionNotAlloc event) {
        return !(event.consequence() instanceof Consequence.GoesOn);
    }
}
