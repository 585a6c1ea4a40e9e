package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SourceCode;

/** A patch that is there and is not handed to the kernel. The module loads, and changes nothing. */
public final class KlpPatchNeverEnabled implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-patch-never-enabled", Severity.ERROR, Set.of(),
            "no code enables the patch");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        if (!context.module().isComplete()) {
            return;
        }
        for (KlpPatch patch : context.source().patches()) {
            if (!context.source().code().isNamed(patch.wholeVariable())
                    && context.siblings().stream().noneMatch(s -> s.named().contains(patch.wholeVariable()))) {
                sink.accept(Finding.at(patch.place(), INFO,
                        "no code names " + patch.variable() + ": the module loads, and"
                                + " patches nothing. Call klp_enable_patch(&" + patch.variable()
                                + ") in its init function"));
                return;
            }
        }
        if (!context.isWholeModule()) {
            return;
        }
        List<SourceCode.Call> calls = EnableCalls.all(context);
        if (!calls.isEmpty() && context.source().lifeCycle().init().isEmpty()) {
            sink.accept(Finding.at(place(calls.getFirst()), INFO, "the module has no init function, so this is never"
                    + " called, and nothing is patched. Add module_init(" + calls.getFirst().in().name() + ")"));
        } else if (!calls.isEmpty() && calls.stream().allMatch(call -> EnableCalls.isDead(context, call))) {
            sink.accept(Finding.at(place(calls.getFirst()), INFO, "nothing calls " + calls.getFirst().in().name()
                    + "(), so this is never called, and nothing is patched. Call it from the init function")
                    .related(init(context)));
        }
    }

    private static Place place(SourceCode.Call call) {
        return new Place.InSource(call.place());
    }

    private static List<Related> init(SourceContext context) {
        return context.source().lifeCycle().init()
                .map(hook -> List.of(new Related("the init function", Optional.of(hook.place())))).orElse(List.of());
    }
}
