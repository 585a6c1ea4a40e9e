package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.InitEvent;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The same as for the source, for the built module. */
public final class ModuleInitPositiveReturn implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-init-positive-return", Severity.WARNING, Set.of(Need.MODULE),
            "init returns a positive number");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(InitEvent.PositiveReturn.class)
                .forEach(event -> sink.accept(Finding.at(new Place.InModule(event.place()), INFO, "init returns "
                        + event.value() + ", a positive number: the kernel warns, and keeps the module. Return 0, or a"
                        + " negative errno such as -EINVAL")));
    }
}
