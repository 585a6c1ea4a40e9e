package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: include/linux/moduleloader.h apply_relocate(), v6.1. */
public final class RelocRelUnsupported implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("reloc-rel-unsupported", Severity.ERROR, Set.of(Need.MODULE),
            "relocations are without addends (SHT_REL)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(RelocationEvent.RelSection.class).forEach(event -> sink.accept(ModuleContext.finding(INFO,
                event,
                "relocations of this section are of type SHT_REL, which x86-64 kernels do not apply: the module is refused. Build it with Kbuild: gcc and clang write SHT_RELA")));
    }
}
