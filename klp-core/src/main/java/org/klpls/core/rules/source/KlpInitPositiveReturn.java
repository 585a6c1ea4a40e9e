package org.klpls.core.rules.source;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.Walker;
import org.klpls.c.text.SourceRange;
import org.klpls.c.types.Constants;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SourceCode;

/** The kernel takes it for success, with a warning and a backtrace. Source: kernel/module/main.c do_init_module(), v6.1. */
public final class KlpInitPositiveReturn implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-init-positive-return", Severity.WARNING, Set.of(),
            "init returns a positive number");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        if (EnableCalls.all(context).isEmpty()) {
            return;
        }
        SourceCode code = context.source().code();
        Constants constants = new Constants(code.unit());
        context.source().lifeCycle().init().flatMap(init -> code.function(init.function()))
                .flatMap(init -> init.body()).ifPresent(body -> Walker.all(Statement.Return.class, body).stream()
                        .filter(r -> r.value().isPresent() && constants.value(r.value().get()).orElse(0) > 0)
                        .forEach(r -> sink.accept(Finding.at(new Place.InSource(code.place(r)), INFO,
                                "init returns a positive number: the kernel warns, and keeps the module. Return 0, or a"
                                        + " negative errno such as -EINVAL")
                                .fixes(negated(code.place(r.value().get()))))));
    }

    /** What is one word was meant as an errno. */
    private static List<Fix> negated(SourceRange value) {
        String text = Words.text(value);
        return text.matches("\\w+")
                ? List.of(new Fix("Return -" + text, List.of(new Fix.Edit(value, "-" + text))))
                : List.of();
    }
}
