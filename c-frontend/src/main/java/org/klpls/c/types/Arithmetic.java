package org.klpls.c.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.c.ast.BinaryOperator;
import org.klpls.c.ast.UnaryOperator;

/** Operators on constants. Integers wrap around, as gcc's do. */
final class Arithmetic {
    private static final Width POINTER = new Width(64, false);

    private final Conversions conversions;
    private final Sizes sizes;

    Arithmetic(FileScope file) {
        this.conversions = new Conversions(file);
        this.sizes = new Sizes(file);
    }

    static Value retyped(Value value, Type type) {
        return switch (value) {
            case Value.Int(Type _, BigInteger number) -> new Value.Int(type, number);
            case Value.Real real -> real;
            case Value.Address(Type _, Object base, BigInteger offset) -> new Value.Address(type, base, offset);
        };
    }

    /** So many bytes further on. */
    static Optional<Value> moved(Value pointer, BigInteger bytes, Type type) {
        return switch (pointer) {
            case Value.Int(Type _, BigInteger number) ->
                Optional.of(new Value.Int(type, POINTER.wrapped(number.add(bytes))));
            case Value.Address(Type _, Object base, BigInteger offset) ->
                Optional.of(new Value.Address(type, base, offset.add(bytes)));
            case Value.Real _ -> Optional.empty();
        };
    }

    Optional<Value> converted(Value value, Type type) {
        Type plain = type.stripped();
        if (plain instanceof Type.Void || plain instanceof Type.Unknown) {
            return Optional.empty();
        }
        if (plain.equals(Types.BOOL)) {
            return truth(type, value.isTrue());
        }
        if (plain instanceof Type.Real(RealKind kind)) {
            return real(value).flatMap(kind::rounded).map(it -> new Value.Real(type, it));
        }
        Optional<Width> width = plain instanceof Type.Pointer || plain instanceof Type.Nullptr
                ? Optional.of(POINTER)
                : conversions.width(plain);
        if (width.isEmpty()) {
            return Optional.empty();
        }
        return switch (value) {
            case Value.Int(Type _, BigInteger number) ->
                Optional.of(new Value.Int(type, width.get().wrapped(number)));
            case Value.Real(Type _, double number) -> Double.isFinite(number)
                    ? Optional.of(new Value.Int(type, width.get().nearest(new BigDecimal(number).toBigInteger())))
                    : Optional.empty();
            case Value.Address address ->
                width.get().bits() == 64 ? Optional.of(retyped(address, type)) : Optional.empty();
        };
    }

    private static Optional<Double> real(Value value) {
        return switch (value) {
            case Value.Int(Type _, BigInteger number) -> Optional.of(number.doubleValue());
            case Value.Real(Type _, double number) -> Optional.of(number);
            case Value.Address _ -> Optional.empty();
        };
    }

    static Optional<Value> truth(Type type, boolean value) {
        return Optional.of(new Value.Int(type, value ? BigInteger.ONE : BigInteger.ZERO));
    }

    Optional<Value> unary(UnaryOperator operator, Value value) {
        if (operator == UnaryOperator.NOT) {
            return truth(Types.INT, !value.isTrue());
        }
        return switch (value) {
            case Value.Int(Type type, BigInteger number) -> {
                Type promoted = conversions.promoted(type);
                BigInteger result = switch (operator) {
                    case MINUS -> number.negate();
                    case COMPLEMENT -> number.not();
                    case INCREMENT, DECREMENT, ADDRESS, DEREFERENCE, PLUS, NOT, REAL, IMAG, EXTENSION -> number;
                };
                yield conversions.width(promoted).map(it -> new Value.Int(promoted, it.wrapped(result)));
            }
            case Value.Real(Type type, double number) -> operator == UnaryOperator.COMPLEMENT
                    ? Optional.empty()
                    : Optional.of(new Value.Real(type, operator == UnaryOperator.MINUS ? -number : number));
            case Value.Address _ -> Optional.empty();
        };
    }

    Optional<Value> binary(BinaryOperator operator, Value left, Value right) {
        boolean pointers = left.type().stripped() instanceof Type.Pointer
                || right.type().stripped() instanceof Type.Pointer
                || left instanceof Value.Address || right instanceof Value.Address;
        if (pointers) {
            return new PointerArithmetic(sizes).binary(operator, left, right);
        }
        if (operator == BinaryOperator.SHIFT_LEFT || operator == BinaryOperator.SHIFT_RIGHT) {
            return shift(operator, left, right);
        }
        Type common = conversions.common(left.type(), right.type());
        Optional<Value> a = converted(left, common);
        Optional<Value> b = converted(right, common);
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        if (a.get() instanceof Value.Int(Type _, BigInteger x) && b.get() instanceof Value.Int(Type _, BigInteger y)) {
            return compared(operator, x.compareTo(y))
                    .or(() -> conversions.width(common).flatMap(it -> integers(operator, x, y)
                            .map(number -> new Value.Int(common, it.wrapped(number)))));
        }
        return a.get() instanceof Value.Real(Type _, double x) && b.get() instanceof Value.Real(Type _, double y)
                ? reals(operator, common, x, y)
                : Optional.empty();
    }

    static Optional<Value> compared(BinaryOperator operator, int order) {
        return switch (operator) {
            case EQUAL -> truth(Types.INT, order == 0);
            case NOT_EQUAL -> truth(Types.INT, order != 0);
            case LESS -> truth(Types.INT, order < 0);
            case GREATER -> truth(Types.INT, order > 0);
            case LESS_EQUAL -> truth(Types.INT, order <= 0);
            case GREATER_EQUAL -> truth(Types.INT, order >= 0);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT, LOGICAL_AND,
                    LOGICAL_OR ->
                Optional.empty();
        };
    }

    private static Optional<BigInteger> integers(BinaryOperator operator, BigInteger x, BigInteger y) {
        return switch (operator) {
            case ADD -> Optional.of(x.add(y));
            case SUBTRACT -> Optional.of(x.subtract(y));
            case MULTIPLY -> Optional.of(x.multiply(y));
            case DIVIDE -> y.signum() == 0 ? Optional.empty() : Optional.of(x.divide(y));
            case REMAINDER -> y.signum() == 0 ? Optional.empty() : Optional.of(x.remainder(y));
            case AND -> Optional.of(x.and(y));
            case OR -> Optional.of(x.or(y));
            case XOR -> Optional.of(x.xor(y));
            case EQUAL, NOT_EQUAL, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, SHIFT_LEFT, SHIFT_RIGHT, LOGICAL_AND,
                    LOGICAL_OR ->
                Optional.empty();
        };
    }

    private static Optional<Value> reals(BinaryOperator operator, Type type, double x, double y) {
        Optional<Value> order = Double.isNaN(x) || Double.isNaN(y)
                ? Optional.empty()
                : compared(operator, Double.compare(x, y + 0.0));
        return switch (operator) {
            case ADD -> real(type, x + y);
            case SUBTRACT -> real(type, x - y);
            case MULTIPLY -> real(type, x * y);
            case DIVIDE -> real(type, x / y);
            case LOGICAL_OR, LOGICAL_AND, OR, XOR, AND, EQUAL, NOT_EQUAL, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL,
                    SHIFT_LEFT, SHIFT_RIGHT, REMAINDER ->
                order;
        };
    }

    private static Optional<Value> real(Type type, double value) {
        return type.stripped() instanceof Type.Real(RealKind kind)
                ? kind.computed().rounded(value).map(it -> new Value.Real(type, it))
                : Optional.empty();
    }

    /** gcc folds no shift by what the type has no bits for. */
    private Optional<Value> shift(BinaryOperator operator, Value left, Value right) {
        Type type = conversions.promoted(left.type());
        Optional<Width> width = conversions.width(type);
        Optional<BigInteger> number = left.integer();
        Optional<BigInteger> count = right.integer();
        if (width.isEmpty() || number.isEmpty() || count.isEmpty() || count.get().signum() < 0
                || count.get().compareTo(BigInteger.valueOf(width.get().bits())) >= 0) {
            return Optional.empty();
        }
        int by = count.get().intValueExact();
        BigInteger shifted = operator == BinaryOperator.SHIFT_LEFT
                ? number.get().shiftLeft(by)
                : number.get().shiftRight(by);
        return Optional.of(new Value.Int(type, width.get().wrapped(shifted)));
    }

    /** Bytes of what a pointer points to. */
    static OptionalLong targetSize(Type pointer, Sizes sizes) {
        return pointer.pointedTo().map(sizes::size).orElseGet(OptionalLong::empty);
    }
}
