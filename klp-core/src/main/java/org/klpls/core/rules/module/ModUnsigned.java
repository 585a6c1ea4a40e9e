package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.ElfEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** CONFIG_MODULE_SIG_FORCE. Source: kernel/module/signing.c module_sig_check(), v6.1. */
public final class ModUnsigned implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("mod-unsigned", Severity.ERROR, Set.of(Need.MODULE),
            "the module is not signed, and the kernel loads signed ones only");

    /** At level notice, which a verdict does not hold. */
    private static final String SAYS = "Loading of unsigned module is rejected";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(ElfEvent.SignatureRequired.class).forEach(event -> sink.accept(ModuleContext.finding(INFO,
                event,
                "the kernel loads signed modules only (CONFIG_MODULE_SIG_FORCE), and this one is not signed. Sign it with a key that the kernel has, as the last step of the build")
                .kernelSays(SAYS)));
    }
}
