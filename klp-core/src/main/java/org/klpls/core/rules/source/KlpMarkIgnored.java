package org.klpls.core.rules.source;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.ToolMark;

/**
 * kpatch's marks for its own core module, which livepatch knows nothing of. Source: dynup/kpatch
 * kmod/patch/kpatch-patch-hook.c, which reads .kpatch.force, and livepatch-patch-hook.c, which does not.
 */
public final class KlpMarkIgnored implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-mark-ignored", Severity.INFO, Set.of(),
            "a macro of kpatch has no effect with livepatch");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (ToolMark mark : context.source().toolMarks()) {
            switch (mark.kind()) {
                case FORCE -> sink.accept(Finding.at(new Place.InSource(mark.place()), INFO,
                        "only kpatch's own core module looks at what is forced. With livepatch the transition waits for '"
                                + mark.name().orElse("it")
                                + "' as for any other function; an administrator can end the wait by"
                                + " writing 1 to /sys/kernel/livepatch/NAME/force"));
                case LOAD, UNLOAD -> sink.accept(Finding.at(new Place.InSource(mark.place()), INFO,
                        "hooks went away with kpatch 0.6, which uses livepatch's callbacks, and its modules call them no more:"
                                + " use KPATCH_" + (mark.kind() == ToolMark.Kind.LOAD ? "PRE_PATCH" : "POST_UNPATCH")
                                + "_CALLBACK(), of a function that takes the object"));
                case PRE_PATCH, POST_PATCH, PRE_UNPATCH, POST_UNPATCH, IGNORE_FUNCTION, IGNORE_SECTION -> {
                }
            }
        }
    }
}
