package org.klpls.core.rules.module;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.EnableEvent;
import org.klpls.core.loader.FinalizeEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/trace/ftrace.c ftrace_process_locs() and ftrace_bug(), v6.1. */
public final class McountLocNotFentry implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("mcount-loc-not-fentry", Severity.ERROR, Set.of(Need.MODULE),
            "an entry of __mcount_loc is no call of the tracer");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        Optional<String> refusal = context.reached(EnableEvent.FtraceDisabled.class)
                .flatMap(event -> event.kernelMessages().stream()).findFirst();
        context.reached(FinalizeEvent.NotAtFentry.class).limit(1).forEach(event -> {
            Finding finding = ModuleContext.finding(INFO, event, "this entry of __mcount_loc does not lead to a call"
                    + " of __fentry__: ftrace warns and switches itself off until the next boot, and no livepatch can be"
                    + " enabled any more. A relocation of the section is missing or wrong");
            sink.accept(refusal.map(finding::kernelSays).orElse(finding));
        });
    }
}
