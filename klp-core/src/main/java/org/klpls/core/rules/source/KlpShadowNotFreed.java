package org.klpls.core.rules.source;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.klpls.c.ast.Expression;
import org.klpls.c.types.Constants;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SourceCode;

/** A shadow variable lives until it is freed, also when the module is gone. Source: kernel/livepatch/shadow.c, v6.1. */
public final class KlpShadowNotFreed implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-shadow-not-freed", Severity.INFO, Set.of(),
            "shadow variables are made and never freed");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        SourceCode code = context.source().code();
        if (!context.isWholeModule()) {
            return;
        }
        Stream.of("klp_shadow_alloc", "klp_shadow_get_or_alloc").flatMap(name -> code.calls(name).stream())
                .filter(call -> call.expression().arguments().size() > 1)
                .filter(call -> !isFreed(code, call.expression().arguments().get(1)))
                .forEach(call -> sink.accept(Finding.at(new Place.InSource(call.place()), INFO,
                        "nothing frees the shadow"
                                + " variables " + Words.text(code.place(call.expression().arguments().get(1)))
                                + ": they stay when the patch is disabled and the module is gone. Free them with"
                                + " klp_shadow_free(), and what is left with klp_shadow_free_all() in the exit function or in a"
                                + " post_unpatch callback")));
    }

    private static boolean isFreed(SourceCode code, Expression id) {
        return code.calls("klp_shadow_free").stream().map(call -> argument(call, 1))
                .anyMatch(other -> isSame(code, other, id))
                || code.calls("klp_shadow_free_all").stream().map(call -> argument(call, 0))
                        .anyMatch(other -> isSame(code, other, id));
    }

    private static List<Expression> argument(SourceCode.Call call, int index) {
        return call.expression().arguments().stream().skip(index).limit(1).toList();
    }

    /** Ids are numbers; what is no constant may be any of them. */
    private static boolean isSame(SourceCode code, List<Expression> other, Expression id) {
        Constants constants = new Constants(code.unit());
        OptionalLong one = constants.value(id);
        OptionalLong two = other.isEmpty() ? OptionalLong.empty() : constants.value(other.getFirst());
        return one.isEmpty() || two.isEmpty() || one.getAsLong() == two.getAsLong();
    }
}
