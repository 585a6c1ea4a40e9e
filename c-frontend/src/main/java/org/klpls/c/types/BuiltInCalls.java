package org.klpls.c.types;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Qualifier;

/** Calls of gcc's own functions that it folds. */
final class BuiltInCalls {
    private static final String PREFIX = "__builtin_";

    private final Scope scope;
    private final Evaluator evaluator;
    private final Arithmetic arithmetic;

    BuiltInCalls(Scope scope, Evaluator evaluator, Arithmetic arithmetic) {
        this.scope = scope;
        this.evaluator = evaluator;
        this.arithmetic = arithmetic;
    }

    Optional<Value> value(Expression.Call call) {
        if (!(Expressions.withoutParentheses(call.function()) instanceof Expression.Identifier name)
                || !name.name().startsWith(PREFIX) || call.arguments().isEmpty()) {
            return Optional.empty();
        }
        String plain = name.name().substring(PREFIX.length());
        List<Expression> arguments = call.arguments();
        return switch (plain) {
            case "constant_p" -> Arithmetic.truth(Types.INT, isConstant(arguments.getFirst()));
            case "expect", "expect_with_probability" -> evaluator.value(arguments.getFirst())
                    .flatMap(it -> arithmetic.converted(it, Types.LONG));
            case "strlen" -> strlen(arguments.getFirst());
            case "bswap16", "bswap32", "bswap64" -> swapped(plain, arguments.getFirst());
            case "abs", "labs", "llabs" -> integer(call, arguments.getFirst()).map(it -> number(call, it.abs()));
            default -> bits(plain, arguments.getFirst()).map(it -> number(call, BigInteger.valueOf(it)));
        };
    }

    private Value number(Expression.Call call, BigInteger value) {
        return new Value.Int(new ExpressionTypes(scope).type(call), value);
    }

    /**
     * Where a constant is asked for, what is none now will not become one, but that in a function an optimizing gcc knows what a const
     * variable is. Source: gcc 12 builtins.cc fold_builtin_constant_p(), c/c-fold.cc decl_constant_value_1().
     */
    private boolean isConstant(Expression argument) {
        return switch (evaluator.value(argument).orElse(null)) {
            case Value.Int _,Value.Real _ -> true;
            case Value.Address address -> isLiteral(argument) && address.offset().signum() == 0;
            case null -> scope.functionName().isPresent() && scope.file().target().optimizes() && isKnown(argument);
        };
    }

    /** Whether it is made of const variables, whose values are known, and of constants. */
    private boolean isKnown(Expression expression) {
        return Nesting.deeper(() -> switch (expression) {
            case Expression.Parenthesized it -> isKnown(it.inner());
            case Expression.Cast it -> isKnown(it.operand());
            case Expression.Unary it ->
                switch (it.operator()) {
                    case PLUS, MINUS, COMPLEMENT, NOT -> isKnown(it.operand());
                    default -> false;
                };
            case Expression.Binary it -> isKnown(it.left()) && isKnown(it.right());
            case Expression.Identifier it -> scope.lookup(it.name(), it.first()).filter(this::isKnown).isPresent()
                    || evaluator.value(it).isPresent();
            default -> evaluator.value(expression).isPresent();
        }, false);
    }

    private boolean isKnown(Symbol symbol) {
        if (!(symbol instanceof Declared declared) || !declared.isVariable()
                || !(declared.initializer().orElse(null) instanceof Expression value)) {
            return false;
        }
        Set<Qualifier> qualifiers = declared.type().qualifiers();
        boolean scalar = !(declared.type().stripped() instanceof Type.Array);
        return scalar && qualifiers.contains(Qualifier.CONST) && !qualifiers.contains(Qualifier.VOLATILE)
                && Nesting.guarded(declared.node(), () -> new Evaluator(declared.scope()).value(value),
                        Optional.<Value>empty()).isPresent();
    }

    private static boolean isLiteral(Expression expression) {
        Expression plain = Expressions.withoutParentheses(expression);
        return plain instanceof Expression.Cast cast
                ? isLiteral(cast.operand())
                : plain instanceof Expression.StringLiteral;
    }

    private Optional<BigInteger> integer(Expression.Call call, Expression argument) {
        Type type = new ExpressionTypes(scope).type(call);
        return evaluator.value(argument).flatMap(it -> arithmetic.converted(it, type)).flatMap(Value::integer);
    }

    private Optional<Value> strlen(Expression argument) {
        if (!(Expressions.withoutParentheses(argument) instanceof Expression.StringLiteral literal)) {
            return Optional.empty();
        }
        byte[] bytes = Literals.bytesOf(literal.pieces(), scope.file().target());
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return Optional.of(new Value.Int(Types.UNSIGNED_LONG, BigInteger.valueOf(length)));
    }

    private Optional<Value> swapped(String name, Expression argument) {
        int bits = Integer.parseInt(name.substring("bswap".length()));
        Type type = new Type.Int(IntKind.of(bits, false));
        return evaluator.value(argument).flatMap(it -> arithmetic.converted(it, type)).flatMap(Value::integer)
                .map(it -> new Value.Int(type, new Width(bits, false)
                        .wrapped(BigInteger.valueOf(Long.reverseBytes(it.longValue()) >>> 64 - bits))));
    }

    private static long signed(long number, int width) {
        return number << (64 - width) >> (64 - width);
    }

    /** Functions of the bits of an unsigned int, long (l) or long long (ll). */
    private Optional<Integer> bits(String name, Expression argument) {
        int longs = name.endsWith("ll") ? 2 : name.endsWith("l") ? 1 : 0;
        String plain = name.substring(0, name.length() - longs);
        Type type = longs == 0 ? Types.UNSIGNED_INT : Types.UNSIGNED_LONG;
        int width = longs == 0 ? 32 : 64;
        Optional<Long> value = evaluator.value(argument).flatMap(it -> arithmetic.converted(it, type))
                .flatMap(Value::integer).map(BigInteger::longValue);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        long number = value.get();
        return switch (plain) {
            case "ffs" -> Optional.of(number == 0 ? 0 : Long.numberOfTrailingZeros(number) + 1);
            case "ctz" -> number == 0 ? Optional.empty() : Optional.of(Long.numberOfTrailingZeros(number));
            case "clz" -> number == 0
                    ? Optional.empty()
                    : Optional.of(Long.numberOfLeadingZeros(number) - (64 - width));
            case "popcount" -> Optional.of(Long.bitCount(number));
            case "clrsb" ->
                Optional.of(Long.numberOfLeadingZeros(signed(number, width) < 0 ? ~signed(number, width) : number)
                        - (64 - width) - 1);
            case "parity" -> Optional.of(Long.bitCount(number) & 1);
            default -> Optional.empty();
        };
    }
}
