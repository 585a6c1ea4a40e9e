package org.klpls.core.rules.source;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** klp_enable_patch() is meant to be called from init. Source: kernel/livepatch/core.c klp_enable_patch(), v6.1. */
public final class KlpEnableNotInInit implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-enable-not-in-init", Severity.INFO, Set.of(),
            "the patch is enabled elsewhere than in init");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        if (!context.isWholeModule() || context.source().lifeCycle().init().isEmpty()
                || !EnableCalls.fromInit(context).isEmpty()) {
            return;
        }
        EnableCalls.all(context).stream().filter(call -> !EnableCalls.isDead(context, call)).findFirst()
                .ifPresent(call -> sink.accept(Finding.at(new Place.InSource(call.place()), INFO,
                        "the patch is enabled in " + call.in().name() + "(), which the init function does not call: the"
                                + " module is loaded before it is known whether the patch can be enabled. Enable it in"
                                + " init, and return the result")
                        .related(List.of(new Related("the init function",
                                context.source().lifeCycle().init().map(hook -> hook.place()))))));
    }
}
