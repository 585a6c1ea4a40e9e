package org.klpls.core.rules.module;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.klpls.core.loader.EnableEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The same as for the source, for the built module. */
public final class ModuleEnableTwice implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-enable-twice", Severity.ERROR, Set.of(Need.MODULE),
            "a module enables a patch twice, or two patches");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        events(context).stream().limit(1)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, switch (event) {
                    case EnableEvent.EnabledTwice twice -> "the patch " + twice.patch()
                            + " is enabled already: the kernel adds it to its list a second time, and hangs. Enable it once";
                    default ->
                        "this module has enabled a patch already, and a second one of the same module is refused. Put all"
                                + " objects into one patch";
                })));
    }

    /** A patch enabled again, and a second patch, which finds the module's place in sysfs taken. */
    static List<EnableEvent> events(ModuleContext context) {
        return Stream.<EnableEvent>concat(context.events(EnableEvent.EnabledTwice.class),
                context.events(EnableEvent.SameDirectory.class)
                        .filter(event -> event.directory().equals("/kernel/livepatch")))
                .toList();
    }
}
