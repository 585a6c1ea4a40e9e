package org.klpls.c.types;

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
}
