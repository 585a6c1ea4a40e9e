package org.klpls.c.types;

import java.util.Set;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.UnaryOperator;
import org.klpls.c.ast.Walker;

/** Whether an expression only has a value: nothing is different after it. */
final class Purity {
    private static final Set<String> HARMLESS = Set.of("__builtin_constant_p", "__builtin_expect",
            "__builtin_expect_with_probability", "__builtin_object_size", "__builtin_dynamic_object_size",
            "__builtin_classify_type");
    private final Scope scope;

    Purity(Scope scope) {
        this.scope = scope;
    }

    boolean isPure(Expression expression) {
        boolean[] pure = {true};
        Walker.walkInto(expression, node -> {
            pure[0] &= isPureItself(node);
            return pure[0] && !isUnevaluated(node);
        });
        return pure[0];
    }

    private boolean isPureItself(Node node) {
        return switch (node) {
            case Expression.Call call -> call.function() instanceof Expression.Identifier name
                    && HARMLESS.contains(name.name()) && scope.lookup(name.name(), name.first()).isEmpty();
            case Expression.Assignment _,Expression.Postfix _,Expression.StatementExpression _,Expression.VaArg _ ->
                false;
            case Expression.Unary unary ->
                unary.operator() != UnaryOperator.INCREMENT && unary.operator() != UnaryOperator.DECREMENT;
            default -> true;
        };
    }

    private static boolean isUnevaluated(Node node) {
        return node instanceof Expression.SizeofExpression || node instanceof Expression.SizeofType
                || node instanceof Expression.AlignofExpression || node instanceof Expression.AlignofType
                || node instanceof Expression.TypesCompatible;
    }
}
