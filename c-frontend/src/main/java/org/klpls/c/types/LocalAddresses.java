package org.klpls.c.types;

import java.math.BigInteger;
import java.util.Optional;
import org.klpls.c.ast.BinaryOperator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.UnaryOperator;

/**
 * Addresses of what lives in a function's frame, and of its labels. They are no constants, but gcc folds what is the same
 * wherever the frame lies: that they are not null, and how two of them compare. Source: gcc fold-const.cc
 * tree_single_nonzero_warnv_p() and address_compare().
 */
final class LocalAddresses {
    private static final int POINTER_BYTES = 8;

    /** Its address is neither null nor that of an object. */
    private record Label(String name) {}

    /**
     * @param base a {@link Symbol} or a label
     * @param local whether it lies in the frame: others are there for comparisons
     * @param offset in bytes; empty where only the program's run tells it
     */
    private record Place(Object base, boolean local, Optional<BigInteger> offset) {
        Place moved(Optional<BigInteger> bytes) {
            return new Place(base, local, offset.flatMap(it -> bytes.map(it::add)));
        }
    }

    private final Scope scope;
    private final Evaluator evaluator;
    private final ExpressionTypes types;
    private final Sizes sizes;

    LocalAddresses(Scope scope, Evaluator evaluator) {
        this.scope = scope;
        this.evaluator = evaluator;
        this.types = new ExpressionTypes(scope);
        this.sizes = new Sizes(scope.file());
    }

    /** Whether it is surely such an address. */
    boolean isOne(Expression expression) {
        return pointer(expression).filter(Place::local).isPresent();
    }

    /** What a comparison or difference comes to of which one side is such an address. */
    Optional<Value> binary(Expression.Binary binary) {
        BinaryOperator operator = binary.operator();
        boolean comparison = Arithmetic.compared(operator, 0).isPresent();
        if (!comparison && operator != BinaryOperator.SUBTRACT) {
            return Optional.empty();
        }
        Optional<Place> left = pointer(binary.left());
        Optional<Place> right = pointer(binary.right());
        if (left.isPresent() && right.isPresent()) {
            return left.get().local || right.get().local
                    ? both(binary, left.get(), right.get())
                    : Optional.empty();
        }
        if (!comparison) {
            return Optional.empty();
        }
        if (left.isPresent() && left.get().local && isNull(binary.right())) {
            return Arithmetic.compared(operator, 1);
        }
        return right.isPresent() && right.get().local && isNull(binary.left())
                ? Arithmetic.compared(operator, -1)
                : Optional.empty();
    }

    private Optional<Value> both(Expression.Binary binary, Place left, Place right) {
        BinaryOperator operator = binary.operator();
        Optional<BigInteger> distance = left.offset.flatMap(a -> right.offset.map(a::subtract));
        if (!left.base.equals(right.base)) {
            boolean equality = operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
            return equality && distance.isPresent()
                    ? Arithmetic.truth(Types.INT, operator == BinaryOperator.NOT_EQUAL)
                    : Optional.empty();
        }
        if (operator != BinaryOperator.SUBTRACT) {
            return distance.flatMap(it -> Arithmetic.compared(operator, it.signum()));
        }
        Type type = types.type(binary);
        BigInteger unit = types.value(binary.left()).pointedTo().map(sizes::size)
                .map(it -> BigInteger.valueOf(it.orElse(0))).orElse(BigInteger.ONE);
        return unit.signum() == 0 ? Optional.empty() : distance.map(it -> new Value.Int(type, it.divide(unit)));
    }

    private boolean isNull(Expression expression) {
        return evaluator.integer(expression).filter(it -> it.signum() == 0).isPresent();
    }

    /** Where an expression's value points to. */
    private Optional<Place> pointer(Expression expression) {
        return switch (expression) {
            case Expression.Parenthesized p -> Nesting.deeper(() -> pointer(p.inner()), Optional.empty());
            case Expression.Cast cast when keeps(types.type(cast)) ->
                Nesting.deeper(() -> pointer(cast.operand()), Optional.empty());
            case Expression.Unary unary when unary.operator() == UnaryOperator.ADDRESS ->
                Nesting.deeper(() -> object(unary.operand()), Optional.empty());
            case Expression.LabelAddress label ->
                Optional.of(new Place(new Label(label.label().text()), true, Optional.of(BigInteger.ZERO)));
            case Expression.Binary sum when sum.operator() == BinaryOperator.ADD
                    || sum.operator() == BinaryOperator.SUBTRACT ->
                Nesting.deeper(() -> sum(sum), Optional.empty());
            case Expression.Identifier _,Expression.NumberLiteral _,Expression.CharacterLiteral _,Expression.StringLiteral _,Expression.BoolLiteral _,Expression.NullptrLiteral _,Expression.StatementExpression _,Expression.Index _,Expression.Call _,Expression.Member _,Expression.Postfix _,Expression.CompoundLiteral _,Expression.Unary _,Expression.SizeofExpression _,Expression.SizeofType _,Expression.AlignofExpression _,Expression.AlignofType _,Expression.Cast _,Expression.Binary _,Expression.Assignment _,Expression.Conditional _,Expression.Comma _,Expression.GenericSelection _,Expression.VaArg _,Expression.Offsetof _,Expression.TypesCompatible _,Expression.ChooseExpression _,Expression.ConvertVector _,Expression.HasAttribute _,Expression.DeclaredCondition _ ->
                types.type(expression).stripped() instanceof Type.Array
                        ? object(expression)
                        : constant(expression);
        };
    }

    private Optional<Place> constant(Expression expression) {
        return evaluator.value(expression)
                .flatMap(it -> it instanceof Value.Address(Type _, Object base, BigInteger offset)
                        ? Optional.of(new Place(base, false, Optional.of(offset)))
                        : Optional.empty());
    }

    /** An address is the same in pointers, and in integers of their size. */
    private boolean keeps(Type type) {
        return type.stripped() instanceof Type.Pointer
                || type.stripped() instanceof Type.Int && sizes.size(type).orElse(0) == POINTER_BYTES;
    }

    private Optional<Place> sum(Expression.Binary sum) {
        Optional<Place> left = pointer(sum.left());
        boolean subtracts = sum.operator() == BinaryOperator.SUBTRACT;
        Optional<Place> place = left.isPresent() || subtracts ? left : pointer(sum.right());
        if (place.isEmpty()) {
            return place;
        }
        Expression pointer = left.isPresent() ? sum.left() : sum.right();
        Optional<BigInteger> count = evaluator.integer(left.isPresent() ? sum.right() : sum.left());
        Optional<BigInteger> bytes = count.flatMap(it -> step(types.value(pointer)).map(it::multiply));
        return place.map(it -> it.moved(subtracts ? bytes.map(BigInteger::negate) : bytes));
    }

    /** What one more is in bytes: of a pointer what it points to, of an integer 1. */
    private Optional<BigInteger> step(Type type) {
        return type.pointedTo().isEmpty()
                ? Optional.of(BigInteger.ONE)
                : type.pointedTo().map(sizes::size).filter(it -> it.isPresent())
                        .map(it -> BigInteger.valueOf(it.getAsLong()));
    }

    /** Where an object lies. */
    private Optional<Place> object(Expression expression) {
        return switch (expression) {
            case Expression.Parenthesized p -> Nesting.deeper(() -> object(p.inner()), Optional.empty());
            case Expression.Identifier name -> scope.lookup(name.name(), name.first())
                    .filter(it -> it instanceof Declared declared && !declared.isTypedef())
                    .map(it -> new Place(Storages.first(it), !Storages.isStatic((Declared) it),
                            Optional.of(BigInteger.ZERO)));
            case Expression.Member member -> Nesting.deeper(() -> member(member), Optional.empty());
            case Expression.Index index -> Nesting.deeper(() -> element(index), Optional.empty());
            case Expression.Unary unary when unary.operator() == UnaryOperator.DEREFERENCE ->
                Nesting.deeper(() -> pointer(unary.operand()), Optional.empty());
            case Expression.NumberLiteral _,Expression.CharacterLiteral _,Expression.StringLiteral _,Expression.BoolLiteral _,Expression.NullptrLiteral _,Expression.StatementExpression _,Expression.Call _,Expression.Postfix _,Expression.CompoundLiteral _,Expression.Unary _,Expression.LabelAddress _,Expression.SizeofExpression _,Expression.SizeofType _,Expression.AlignofExpression _,Expression.AlignofType _,Expression.Cast _,Expression.Binary _,Expression.Assignment _,Expression.Conditional _,Expression.Comma _,Expression.GenericSelection _,Expression.VaArg _,Expression.Offsetof _,Expression.TypesCompatible _,Expression.ChooseExpression _,Expression.ConvertVector _,Expression.HasAttribute _,Expression.DeclaredCondition _ ->
                evaluator.address(expression)
                        .flatMap(it -> it instanceof Value.Address(Type _, Object base, BigInteger offset)
                                ? Optional.of(new Place(base, false, Optional.of(offset)))
                                : Optional.empty());
        };
    }

    private Optional<Place> member(Expression.Member member) {
        Optional<Place> object = member.arrow() ? pointer(member.object()) : object(member.object());
        Type type = member.arrow()
                ? types.value(member.object()).pointedTo().orElse(Types.UNKNOWN)
                : types.type(member.object());
        return object.flatMap(it -> types.placed(type, member.name().text())
                .map(placed -> it.moved(Optional.of(BigInteger.valueOf(placed.offsetBits() / 8)))));
    }

    private Optional<Place> element(Expression.Index index) {
        Optional<BigInteger> at = evaluator.integer(index.index());
        Optional<BigInteger> bytes = at.flatMap(it -> sizes.size(types.type(index)).isPresent()
                ? Optional.of(it.multiply(BigInteger.valueOf(sizes.size(types.type(index)).getAsLong())))
                : Optional.empty());
        return pointer(index.array()).map(it -> it.moved(bytes));
    }
}
