package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.InitEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The same as for the source, for the built module. */
public final class ModuleInitFailsAfterEnable implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-init-fails-after-enable", Severity.ERROR,
            Set.of(Need.MODULE),
            "init returns an error after the patch is enabled");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(InitEvent.FailsAfterEnable.class).filter(_ -> ModuleEnableTwice.events(context).isEmpty())
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "init returns " + event.errno()
                        + " after the patch is enabled: the kernel frees the module while its code is in use, and crashes."
                        + " Do what can fail before klp_enable_patch(), and return its result at once")));
    }
}
