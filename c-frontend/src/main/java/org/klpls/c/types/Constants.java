package org.klpls.c.types;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Enumerator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.TypeSpecifier;

/**
 * Values of the constant expressions that tables hold: a sympos, a subscript, a null pointer. 64 bits, wrapping; empty
 * where an expression is none of these.
 */
public final class Constants {
    private final Map<String, Long> values = new HashMap<>();

    /** With the enumerators that these declarations define. */
    public Constants(Iterable<ExternalDeclaration> declarations) {
        for (ExternalDeclaration declaration : declarations) {
            if (declaration instanceof Declaration d
                    && d.specifiers().type() instanceof TypeSpecifier.Enum e) {
                e.enumerators().ifPresent(this::addAll);
            }
        }
    }

    private void addAll(Iterable<Enumerator> list) {
        OptionalLong next = OptionalLong.of(0);
        for (Enumerator enumerator : list) {
            OptionalLong value = enumerator.value().isPresent() ? value(enumerator.value().get()) : next;
            value.ifPresent(v -> values.put(enumerator.name().text(), v));
            next = value.isPresent() ? OptionalLong.of(value.getAsLong() + 1) : value;
        }
    }

    public OptionalLong value(Expression expression) {
        return switch (expression) {
            case Expression.NumberLiteral number -> IntegerLiteral.parse(number.text());
            case Expression.BoolLiteral bool -> OptionalLong.of(bool.value() ? 1 : 0);
            case Expression.NullptrLiteral _ -> OptionalLong.of(0);
            case Expression.Parenthesized p -> value(p.inner());
            case Expression.Cast cast -> value(cast.operand());
            case Expression.Identifier name -> Optional.ofNullable(values.get(name.name()))
                    .map(OptionalLong::of).orElse(OptionalLong.empty());
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> binary(binary);
            case Expression.Conditional c -> conditional(c);
            default -> OptionalLong.empty();
        };
    }

    private OptionalLong unary(Expression.Unary unary) {
        OptionalLong operand = value(unary.operand());
        if (operand.isEmpty()) {
            return operand;
        }
        long v = operand.getAsLong();
        return switch (unary.operator()) {
            case PLUS, EXTENSION -> operand;
            case MINUS -> OptionalLong.of(-v);
            case COMPLEMENT -> OptionalLong.of(~v);
            case NOT -> OptionalLong.of(v == 0 ? 1 : 0);
            case INCREMENT, DECREMENT, ADDRESS, DEREFERENCE, REAL, IMAG -> OptionalLong.empty();
        };
    }

    private OptionalLong binary(Expression.Binary binary) {
        OptionalLong left = value(binary.left());
        OptionalLong right = value(binary.right());
        if (left.isEmpty() || right.isEmpty()) {
            return OptionalLong.empty();
        }
        long a = left.getAsLong();
        long b = right.getAsLong();
        return switch (binary.operator()) {
            case ADD -> OptionalLong.of(a + b);
            case SUBTRACT -> OptionalLong.of(a - b);
            case MULTIPLY -> OptionalLong.of(a * b);
            case DIVIDE -> b == 0 ? OptionalLong.empty() : OptionalLong.of(a / b);
            case REMAINDER -> b == 0 ? OptionalLong.empty() : OptionalLong.of(a % b);
            case SHIFT_LEFT -> OptionalLong.of(a << b);
            case SHIFT_RIGHT -> OptionalLong.of(a >> b);
            case OR -> OptionalLong.of(a | b);
            case XOR -> OptionalLong.of(a ^ b);
            case AND -> OptionalLong.of(a & b);
            case EQUAL -> truth(a == b);
            case NOT_EQUAL -> truth(a != b);
            case LESS -> truth(a < b);
            case GREATER -> truth(a > b);
            case LESS_EQUAL -> truth(a <= b);
            case GREATER_EQUAL -> truth(a >= b);
            case LOGICAL_OR -> truth(a != 0 || b != 0);
            case LOGICAL_AND -> truth(a != 0 && b != 0);
        };
    }

    private OptionalLong conditional(Expression.Conditional c) {
        OptionalLong condition = value(c.condition());
        if (condition.isEmpty()) {
            return condition;
        }
        return condition.getAsLong() == 0
                ? value(c.otherwise())
                : c.then().map(this::value).orElse(condition);
    }

    private static OptionalLong truth(boolean value) {
        return OptionalLong.of(value ? 1 : 0);
    }
}
