package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.EnableEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/livepatch/core.c __klp_enable_patch() and core.h klp_pre_patch_callback(), v6.1. */
public final class KlpCallbackFailed implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-callback-failed", Severity.ERROR, Set.of(Need.MODULE),
            "a pre_patch callback always fails, or crashes");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(EnableEvent.CallbackFails.class).forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                "the pre_patch callback of object '" + event.object() + "' returns " + event.errno()
                        + ": the kernel calls it before it patches the object, and refuses the patch. Return 0 where the patch may go on")));
        context.reached(EnableEvent.CallbackCrashes.class).forEach(event -> sink.accept(ModuleContext.finding(INFO,
                event, "the kernel calls " + event.callback() + "() before it patches the object, and crashes there: "
                        + event.why())));
    }
}
