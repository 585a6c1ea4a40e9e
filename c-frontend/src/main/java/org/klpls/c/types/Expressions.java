package org.klpls.c.types;

import java.util.ArrayList;
import java.util.List;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.UnaryOperator;

/** What is asked of expressions as they are written. */
final class Expressions {
    private Expressions() {}

    static Expression withoutParentheses(Expression expression) {
        Expression plain = expression;
        while (true) {
            if (plain instanceof Expression.Parenthesized p) {
                plain = p.inner();
            } else if (plain instanceof Expression.Unary unary && unary.operator() == UnaryOperator.EXTENSION) {
                plain = unary.operand();
            } else {
                return plain;
            }
        }
    }

    /** {@code a + b}, {@code a + b - c}, {@code a + b - c | d} of the last of these: each is the left operand of the next. */
    static List<Expression.Binary> leftOperands(Expression.Binary whole) {
        List<Expression.Binary> chain = new ArrayList<>();
        chain.add(whole);
        while (chain.getLast().left() instanceof Expression.Binary left) {
            chain.add(left);
        }
        return chain.reversed();
    }
}
