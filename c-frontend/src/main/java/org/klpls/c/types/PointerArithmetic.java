package org.klpls.c.types;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.c.ast.BinaryOperator;

/** Operators of which one operand is an address. */
final class PointerArithmetic {
    private static final Width SIGNED = new Width(64, true);

    private final Sizes sizes;

    PointerArithmetic(Sizes sizes) {
        this.sizes = sizes;
    }

    Optional<Value> binary(BinaryOperator operator, Value left, Value right) {
        boolean leftPoints = left.type().stripped() instanceof Type.Pointer;
        boolean rightPoints = right.type().stripped() instanceof Type.Pointer;
        return switch (operator) {
            case ADD -> leftPoints
                    ? sum(left, right, 1)
                    : rightPoints ? sum(right, left, 1) : addressPlus(left, right, 1);
            case SUBTRACT -> leftPoints && rightPoints
                    ? difference(left, right)
                    : leftPoints ? sum(left, right, -1) : addressPlus(left, right, -1);
            case LOGICAL_OR, LOGICAL_AND, OR, XOR, AND, EQUAL, NOT_EQUAL, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL,
                    SHIFT_LEFT, SHIFT_RIGHT, MULTIPLY, DIVIDE, REMAINDER ->
                compared(operator, left, right);
        };
    }

    /** Pointers count in what they point to. */
    private Optional<Value> sum(Value pointer, Value count, int sign) {
        OptionalLong size = Arithmetic.targetSize(pointer.type(), sizes);
        Optional<BigInteger> number = count.integer();
        return size.isPresent() && number.isPresent()
                ? Arithmetic.moved(pointer, number.get().multiply(BigInteger.valueOf(sign * size.getAsLong())),
                        pointer.type())
                : Optional.empty();
    }

    /** An address that was cast to an integer counts in bytes. */
    private static Optional<Value> addressPlus(Value left, Value right, int sign) {
        if (left instanceof Value.Address(Type _, Object base, BigInteger offset)
                && right instanceof Value.Address(Type _, Object other, BigInteger from)) {
            return sign < 0 && base.equals(other)
                    ? Optional.of(new Value.Int(left.type(), SIGNED.wrapped(offset.subtract(from))))
                    : Optional.empty();
        }
        if (left instanceof Value.Address) {
            return right.integer()
                    .flatMap(it -> Arithmetic.moved(left, it.multiply(BigInteger.valueOf(sign)), left.type()));
        }
        return sign > 0 ? left.integer().flatMap(it -> Arithmetic.moved(right, it, right.type())) : Optional.empty();
    }

    private Optional<Value> difference(Value left, Value right) {
        OptionalLong size = Arithmetic.targetSize(left.type(), sizes);
        if (size.isEmpty() || size.getAsLong() == 0) {
            return Optional.empty();
        }
        return distance(left, right)
                .map(it -> new Value.Int(Types.LONG, SIGNED.wrapped(it).divide(BigInteger.valueOf(size.getAsLong()))));
    }

    private static Optional<BigInteger> distance(Value left, Value right) {
        if (left instanceof Value.Int(Type _, BigInteger a) && right instanceof Value.Int(Type _, BigInteger b)) {
            return Optional.of(a.subtract(b));
        }
        return left instanceof Value.Address(Type _, Object base, BigInteger a)
                && right instanceof Value.Address(Type _, Object other, BigInteger b) && base.equals(other)
                        ? Optional.of(a.subtract(b))
                        : Optional.empty();
    }

    private static Optional<Value> compared(BinaryOperator operator, Value left, Value right) {
        Optional<BigInteger> distance = distance(left, right);
        if (distance.isPresent()) {
            return Arithmetic.compared(operator, distance.get().signum());
        }
        // no object lies at 0
        boolean null0 = left.integer().or(right::integer).filter(it -> it.signum() == 0).isPresent();
        return null0 && (operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL)
                ? Arithmetic.truth(Types.INT, operator == BinaryOperator.NOT_EQUAL)
                : Optional.empty();
    }
}
