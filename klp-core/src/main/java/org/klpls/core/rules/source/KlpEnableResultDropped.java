package org.klpls.core.rules.source;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.ast.BlockItem;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.Walker;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.Span;
import org.klpls.c.types.Constants;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SourceCode;

/** If the kernel refuses the patch, the module stays loaded and patches nothing. */
public final class KlpEnableResultDropped implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-enable-result-dropped", Severity.WARNING, Set.of(),
            "the result of klp_enable_patch() is dropped");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (SourceCode.Call call : EnableCalls.all(context)) {
            if (isDropped(call)) {
                sink.accept(Finding.at(new Place.InSource(call.place()), INFO, "the result is dropped: if the kernel"
                        + " refuses the patch, the module stays loaded, and patches nothing. Return it from the init"
                        + " function").fixes(returned(context, call)));
            }
        }
    }

    /** Where {@code return 0;} follows in the init function: the result is returned in its place. */
    private static List<Fix> returned(SourceContext context, SourceCode.Call call) {
        SourceCode code = context.source().code();
        List<BlockItem> items = call.in().body().map(Statement.Block::items).orElse(List.of());
        for (int i = 0; i + 1 < items.size(); i++) {
            if (items.get(i) instanceof Statement.ExpressionStatement dropped
                    && Walker.path(dropped, call.expression().first()).contains(call.expression())
                    && items.get(i + 1) instanceof Statement.Return last && last.value().isPresent()
                    && new Constants(code.unit()).value(last.value().get()).equals(OptionalLong.of(0))) {
                SourceRange from = code.place(dropped);
                SourceRange both = new SourceRange(from.source(),
                        new Span(from.span().start(), code.place(last).span().end()));
                return List.of(new Fix("Return the result", List.of(
                        new Fix.Edit(both, "return " + Words.text(call.place()) + ";"))));
            }
        }
        return List.of();
    }

    private static boolean isDropped(SourceCode.Call call) {
        List<Node> path = call.in().body().map(body -> Walker.path(body, call.expression().first())).orElse(List.of());
        int at = path.indexOf(call.expression());
        return at > 0 && switch (path.get(at - 1)) {
            case Statement.ExpressionStatement _ -> true;
            case Expression.Cast cast -> at > 1 && path.get(at - 2) instanceof Statement.ExpressionStatement
                    && cast.operand().equals(call.expression());
            default -> false;
        };
    }
}
