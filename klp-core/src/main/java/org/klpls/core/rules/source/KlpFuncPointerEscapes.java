package org.klpls.core.rules.source;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Walker;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Who holds the address of a replacement calls it also when the patch is disabled and its module gone. */
public final class KlpFuncPointerEscapes implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-func-pointer-escapes", Severity.WARNING, Set.of(),
            "the address of a replacement is given away");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        Set<String> replacements = Replacements.of(context).stream().map(r -> r.function().name())
                .collect(Collectors.toSet());
        Set<String> own = context.source().code().functions().stream().map(FunctionDefinition::name)
                .collect(Collectors.toSet());
        for (ExternalDeclaration external : context.source().code().unit().mainDeclarations()) {
            if (external instanceof FunctionDefinition function) {
                Node body = context.source().code().unit().body(function);
                Walker.all(Expression.Call.class, body).forEach(call -> given(context, call, replacements, own, sink));
            }
        }
    }

    /** An argument of a function that is not the author's own, which keeps it for all that is known. */
    private static void given(SourceContext context, Expression.Call call, Set<String> replacements, Set<String> own,
            Consumer<Finding> sink) {
        List<String> callee = PathValues.name(call.function()).stream().toList();
        if (callee.stream().anyMatch(own::contains)) {
            return;
        }
        for (Expression argument : call.arguments()) {
            PathValues.address(argument).filter(replacements::contains).ifPresent(name -> sink.accept(Finding.at(
                    new Place.InSource(context.source().code().place(argument)), INFO,
                    "the address of the replacement '"
                            + name + "' is given to " + callee.stream().findFirst().map(c -> c + "()")
                                    .orElse("another function")
                            + ": it is called there also when the patch is disabled, and crashes when the module is gone. Give"
                            + " the address of the original, which leads to the replacement while it is enabled")));
        }
    }
}
