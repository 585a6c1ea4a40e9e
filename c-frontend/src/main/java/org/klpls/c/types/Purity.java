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
        if (!(node instanceof Expression expression)) {
            return true;
        }
        return switch (expression) {
            case Expression.Call call -> call.function() instanceof Expression.Identifier name
                    && HARMLESS.contains(name.name()) && scope.lookup(name.name(), name.first()).isEmpty();
            case Expression.Assignment _,Expression.Postfix _,Expression.StatementExpression _,Expression.VaArg _ ->
                false;
            case Expression.Unary unary ->
                unary.operator() != UnaryOperator.INCREMENT && unary.operator() != UnaryOperator.DECREMENT;
            case Expression.Identifier _,Expression.NumberLiteral _,Expression.CharacterLiteral _,Expression.StringLiteral _,Expression.BoolLiteral _,Expression.NullptrLiteral _,Expression.Parenthesized _,Expression.Index _,Expression.Member _,Expression.CompoundLiteral _,Expression.LabelAddress _,Expression.SizeofExpression _,Expression.SizeofType _,Expression.AlignofExpression _,Expression.AlignofType _,Expression.Cast _,Expression.Binary _,Expression.Conditional _,Expression.Comma _,Expression.GenericSelection _,Expression.Offsetof _,Expression.TypesCompatible _,Expression.ChooseExpression _,Expression.ConvertVector _,Expression.HasAttribute _,Expression.DeclaredCondition _ ->
                true;
        };
    }

    private static boolean isUnevaluated(Node node) {
        return node instanceof Expression.SizeofExpression || node instanceof Expression.SizeofType
                || node instanceof Expression.AlignofExpression || node instanceof Expression.AlignofType
                || node instanceof Expression.TypesCompatible;
    }
}
