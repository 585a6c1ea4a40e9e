package org.klpls.c.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Walker;

/**
 * What has been found out about the expressions of one scope, each once: whoever asks of all parts of an expression, from the whole
 * down, does not have each worked out from the bottom up. Safe for all threads.
 */
final class Answers<T> {
    /** By first token and end: no two expressions have both in common. */
    private final Map<Long, T> known = new ConcurrentHashMap<>(2);
    private final Predicate<Expression> always;

    /** @param always what is kept even if it was found out in the middle of itself: it would be asked for without end */
    Answers(Predicate<Expression> always) {
        this.always = always;
    }

    /**
     * @param make works it out, asking of the expression's parts
     * @param ask asks of a part; where the whole is deeper than a thread's stack, the innermost part first
     * @param otherwise the answer where all that does not help
     */
    T of(Expression expression, Function<Expression, T> make, Function<Expression, T> ask, T otherwise) {
        @Nullable
        T answer = known.get(key(expression));
        if (answer != null) {
            return answer;
        }
        long before = Nesting.circles();
        T made = Nesting.deeper(() -> make.apply(expression), () -> fromTheBottom(expression, ask), otherwise);
        if (Nesting.circles() == before || always.test(expression)) {
            known.put(key(expression), made);
        }
        return made;
    }

    /**
     * The same of a sum. It may have very many terms, each the left operand of the next: it is worked out without going down.
     *
     * @param first answers for the leftmost term
     * @param step the answer for a sum from that for its left operand
     */
    T ofSum(Expression.Binary whole, Function<Expression, T> first, BiFunction<Expression.Binary, T, T> step) {
        long before = Nesting.circles();
        Deque<Expression.Binary> pending = new ArrayDeque<>();
        pending.push(whole);
        @Nullable
        T answer = null;
        while (answer == null) {
            Expression left = pending.getFirst().left();
            if (left instanceof Expression.Binary sum) {
                answer = known.get(key(sum));
                if (answer == null) {
                    pending.push(sum);
                }
            } else {
                answer = first.apply(left);
            }
        }
        for (Expression.Binary sum : pending) {
            answer = step.apply(sum, answer);
            if (Nesting.circles() == before) {
                known.put(key(sum), answer);
            }
        }
        return answer;
    }

    private static long key(Expression expression) {
        return (long) expression.first() << Integer.SIZE | expression.end();
    }

    /** What stands in a block has a scope of its own. */
    private static <T> void fromTheBottom(Expression whole, Function<Expression, T> ask) {
        List<Expression> parts = new ArrayList<>();
        Walker.walkInto(whole, node -> {
            if (node instanceof Expression part) {
                parts.add(part);
            }
            return !(node instanceof Expression.StatementExpression);
        });
        parts.subList(1, parts.size()).reversed().forEach(part -> Nesting.tried(() -> ask.apply(part)));
    }
}
