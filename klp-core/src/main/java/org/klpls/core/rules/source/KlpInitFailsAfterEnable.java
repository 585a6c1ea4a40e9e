package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.ast.Statement;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SourceCode;

/** The kernel frees a module whose init failed, and the enabled patch with it. Source: kernel/module/main.c do_init_module(), v6.1. */
public final class KlpInitFailsAfterEnable implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-init-fails-after-enable", Severity.ERROR, Set.of(),
            "init returns an error after the patch is enabled");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        // before 5.1 a module could take its patch back itself
        if (!context.version().isAtLeast(5, 1)) {
            return;
        }
        for (EnablePaths.Mishap mishap : EnablePaths.of(context)) {
            if (mishap instanceof EnablePaths.Mishap.FailsAfter(SourceCode.Call call, Statement failure)) {
                sink.accept(finding(context, call, failure));
            }
        }
    }

    private static Finding finding(SourceContext context, SourceCode.Call call, Statement failure) {
        return Finding.at(new Place.InSource(context.source().code().place(failure)), INFO,
                "init may fail here after the patch is enabled: the kernel frees the module while its code is in use, and"
                        + " crashes. Do what can fail before klp_enable_patch(), and return its result at once")
                .related(List.of(new Related("the patch is enabled here", Optional.of(call.place()))));
    }
}
