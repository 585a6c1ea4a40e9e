package org.klpls.c.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.klpls.c.ast.Expression;

/** Collects {@code a ? b : c ? d : e}, of which each stands in the last operand of the one before. */
final class ConditionalChain {
    private record Choice(int first, Expression condition, Optional<Expression> then) {}

    private final List<Choice> choices = new ArrayList<>(1);

    void add(int first, Expression condition, Optional<Expression> then) {
        choices.add(new Choice(first, condition, then));
    }

    int length() {
        return choices.size();
    }

    /** @param last what stands after the last colon */
    Expression build(int end, Expression last) {
        Expression built = last;
        for (Choice choice : choices.reversed()) {
            built = new Expression.Conditional(choice.first, end, choice.condition, choice.then, built);
        }
        return built;
    }
}
