package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Expression;
import org.klpls.c.text.SourceRange;
import org.klpls.c.types.StringValue;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Init memory goes when init has returned; the patch stays. Source: kernel/module/main.c do_init_module(), v6.1. */
public final class KlpNewFuncInInit implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-new-func-in-init", Severity.ERROR, Set.of(),
            "new_func is freed after init");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (Replacements.Replacement replacement : Replacements.of(context)) {
            replacement.function().attribute("section").filter(KlpNewFuncInInit::isFreed).ifPresent(attribute -> {
                SourceRange word = context.source().code().place(attribute);
                String text = Words.text(word);
                sink.accept(Finding.at(new Place.InSource(word), INFO, "'" + replacement.function().name()
                        + "' lies in memory that is freed when init has returned: the next call of the function that it"
                        + " replaces crashes. Remove " + text)
                        .fixes(List.of(new Fix("Remove " + text, List.of(Words.removal(word))))));
            });
        }
    }

    private static boolean isFreed(Attribute section) {
        Optional<String> name = section.arguments().stream().findFirst()
                .flatMap(a -> a instanceof Expression.StringLiteral literal
                        ? Optional.of(StringValue.of(literal.pieces()))
                        : Optional.empty());
        return name.filter(n -> n.startsWith(".init") || n.startsWith(".exit")).isPresent();
    }
}
