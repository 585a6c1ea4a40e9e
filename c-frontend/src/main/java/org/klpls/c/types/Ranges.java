package org.klpls.c.types;

import java.math.BigInteger;
import java.util.Optional;
import org.klpls.c.ast.BinaryOperator;
import org.klpls.c.ast.Expression;

/** Comparisons that a type alone decides, which gcc folds: no unsigned value is below 0. */
final class Ranges {
    private final ExpressionTypes types;
    private final Conversions conversions;
    private final Purity purity;

    Ranges(Scope scope) {
        this.types = new ExpressionTypes(scope);
        this.conversions = new Conversions(scope.file());
        this.purity = new Purity(scope);
    }

    /** What a comparison with a constant on its right comes to, whatever is on its left. */
    Optional<Value> compared(Expression.Binary binary, BigInteger right) {
        Expression left = binary.left();
        Optional<Width> compared = conversions
                .width(conversions.common(types.value(left), types.value(binary.right())));
        Optional<Width> width = narrowest(left);
        if (compared.isEmpty() || width.isEmpty() || !holds(compared.get(), width.get()) || !purity.isPure(left)) {
            return Optional.empty();
        }
        BigInteger constant = compared.get().wrapped(right);
        boolean allAbove = width.get().least().compareTo(constant) >= 0;
        boolean allBelow = width.get().most().compareTo(constant) <= 0;
        boolean noneEqual = width.get().least().compareTo(constant) > 0 || width.get().most().compareTo(constant) < 0;
        BinaryOperator operator = binary.operator();
        if (noneEqual || operator == BinaryOperator.GREATER_EQUAL && allAbove
                || operator == BinaryOperator.LESS && allAbove || operator == BinaryOperator.LESS_EQUAL && allBelow
                || operator == BinaryOperator.GREATER && allBelow) {
            int order = allAbove ? noneEqual ? 1 : 0 : noneEqual ? -1 : 0;
            return Arithmetic.compared(operator, order);
        }
        return Optional.empty();
    }

    /** Of the type that a value has before casts make it wider. */
    private Optional<Width> narrowest(Expression expression) {
        Expression plain = Expressions.withoutParentheses(expression);
        Optional<Width> own = conversions.width(types.value(plain));
        if (plain instanceof Expression.Cast cast && own.isPresent()) {
            return narrowest(cast.operand()).filter(it -> holds(own.get(), it)).or(() -> own);
        }
        return own;
    }

    private static boolean holds(Width wide, Width narrow) {
        return wide.least().compareTo(narrow.least()) <= 0 && wide.most().compareTo(narrow.most()) >= 0;
    }
}
