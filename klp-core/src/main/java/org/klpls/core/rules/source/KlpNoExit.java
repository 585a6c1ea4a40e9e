package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.Span;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.LifeCycle;

/** A module with init and without exit is never unloaded. Source: kernel/module/main.c delete_module(), v6.1. */
public final class KlpNoExit implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-no-exit", Severity.INFO, Set.of(),
            "the module cannot be unloaded: it has no exit function");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        Optional<LifeCycle.Hook> init = context.source().lifeCycle().init();
        if (context.module().isComplete() && init.isPresent() && context.source().lifeCycle().exit().isEmpty()
                && context.siblings().stream().allMatch(s -> s.lifeCycle().exit().isEmpty())
                && !EnableCalls.all(context).isEmpty()) {
            sink.accept(Finding.at(new Place.InSource(init.get().place()), INFO,
                    "the module has no exit function, so it"
                            + " stays loaded until the next boot, also when its patch is disabled. Add a module_exit() with an"
                            + " empty function")
                    .fixes(List.of(addExit(init.get()))));
        }
    }

    private static Fix addExit(LifeCycle.Hook init) {
        SourceRange hook = init.place();
        String name = init.function().endsWith("_init")
                ? init.function().substring(0, init.function().length() - 5) + "_exit"
                : init.function() + "_exit";
        int end = hook.source().text().indexOf('\n', hook.span().end());
        int after = end < 0 ? hook.source().text().length() : end;
        return new Fix("Add module_exit(" + name + ")", List.of(
                new Fix.Edit(at(hook, hook.span().start()), "static void " + name + "(void)\n{\n}\n\n"),
                new Fix.Edit(at(hook, after), "\nmodule_exit(" + name + ");")));
    }

    private static SourceRange at(SourceRange hook, int offset) {
        return new SourceRange(hook.source(), new Span(offset, offset));
    }
}
