package org.klpls.c.types;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.c.ast.BinaryOperator;
import org.klpls.c.ast.Designator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Storage;
import org.klpls.c.ast.TypeName;
import org.klpls.c.ast.UnaryOperator;

/** Constant expressions, as gcc folds them where the language asks for a constant. Empty where it finds none. */
final class Evaluator {
    private final Scope scope;
    private final FileScope file;
    private final ExpressionTypes types;
    private final Sizes sizes;
    private final Arithmetic arithmetic;

    Evaluator(Scope scope) {
        this.scope = scope;
        this.file = scope.file();
        this.types = new ExpressionTypes(scope);
        this.sizes = new Sizes(file);
        this.arithmetic = new Arithmetic(file);
    }

    /** The value of an integer constant expression. */
    Optional<BigInteger> integer(Expression expression) {
        return value(expression).flatMap(Value::integer);
    }

    Optional<Value> value(Expression expression) {
        if (expression instanceof Expression.NumberLiteral number) {
            return number(number);
        }
        return expression instanceof Expression.Identifier name
                ? identifier(name)
                : scope.values().of(expression, this::composed, this::value, Optional.empty());
    }

    private Optional<Value> composed(Expression expression) {
        return switch (expression) {
            case Expression.NumberLiteral number -> number(number);
            case Expression.CharacterLiteral character ->
                integer(types.type(character), Literals.character(character.text(), file.target()));
            case Expression.StringLiteral _,Expression.CompoundLiteral _,Expression.Index _,Expression.Member _ ->
                object(expression);
            case Expression.BoolLiteral bool -> integer(Types.BOOL, bool.value() ? BigInteger.ONE : BigInteger.ZERO);
            case Expression.NullptrLiteral _ -> integer(Types.VOID_POINTER, BigInteger.ZERO);
            case Expression.Identifier name -> identifier(name);
            case Expression.Parenthesized p -> value(p.inner());
            case Expression.Cast cast -> cast(cast);
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> binary(binary);
            case Expression.Conditional conditional -> conditional(conditional);
            case Expression.SizeofType sizeof -> size(sizes.size(type(sizeof.type())));
            case Expression.SizeofExpression sizeof -> size(sizes.size(types.type(sizeof.operand())));
            case Expression.AlignofType alignof -> size(OptionalLong.of(sizes.align(type(alignof.type()))));
            case Expression.AlignofExpression alignof ->
                size(OptionalLong.of(new Alignments(scope).of(alignof.operand())));
            case Expression.Offsetof offsetof -> offset(offsetof);
            case Expression.TypesCompatible it -> integer(Types.INT,
                    new Compatibility(file).ignoringQualifiers(type(it.left()), type(it.right()))
                            ? BigInteger.ONE
                            : BigInteger.ZERO);
            case Expression.ChooseExpression choose -> types.chosen(choose).flatMap(this::value);
            case Expression.GenericSelection selection -> types.selected(selection).flatMap(this::value);
            case Expression.Call call -> new BuiltInCalls(scope, this, arithmetic).value(call);
            case Expression.Comma _,Expression.StatementExpression _,Expression.Postfix _,Expression.LabelAddress _,Expression.Assignment _,Expression.VaArg _,Expression.ConvertVector _,Expression.HasAttribute _,Expression.DeclaredCondition _ ->
                Optional.empty();
        };
    }

    private Optional<Value> cast(Expression.Cast cast) {
        Type type = new TypeReader(scope).type(cast.type()).unqualified();
        Optional<Value> operand = value(cast.operand());
        if (operand.isEmpty() && type.stripped() instanceof Type.Int(IntKind kind) && kind == IntKind.BOOL) {
            return truth(cast.operand()).flatMap(it -> Arithmetic.truth(type, it));
        }
        return operand.flatMap(it -> arithmetic.converted(it, type));
    }

    /** Whether it is not 0, as a condition has it. */
    private Optional<Boolean> truth(Expression expression) {
        Optional<Value> value = value(expression);
        return value.isPresent() || !new LocalAddresses(scope, this).isOne(expression)
                ? value.map(Value::isTrue)
                : Optional.of(true);
    }

    private Type type(TypeName name) {
        return new TypeReader(scope).type(name);
    }

    private static Optional<Value> integer(Type type, BigInteger value) {
        return Optional.of(new Value.Int(type, value));
    }

    private static Optional<Value> size(OptionalLong bytes) {
        return bytes.isPresent()
                ? integer(Types.UNSIGNED_LONG, BigInteger.valueOf(bytes.getAsLong()))
                : Optional.empty();
    }

    private Optional<Value> number(Expression.NumberLiteral number) {
        Type type = types.type(number);
        if (type instanceof Type.Real) {
            return Literals.real(number.text()).flatMap(RealLiteral::value).map(it -> new Value.Real(type, it));
        }
        Optional<BigInteger> value = IntegerLiteral.value(number.text());
        return type instanceof Type.Int || type instanceof Type.BitInt
                ? value.map(it -> new Value.Int(type, it))
                : Optional.empty();
    }

    private Optional<Value> identifier(Expression.Identifier name) {
        Optional<Symbol> symbol = scope.lookup(name.name(), name.first());
        return symbol.isPresent() && symbol.get() instanceof EnumConstant constant
                ? constant.value().map(it -> new Value.Int(constant.typeAt(name.first()), it))
                : symbol.flatMap(this::constexpr).or(() -> object(name));
    }

    /** C23: {@code constexpr int x = 5} is a constant. */
    private Optional<Value> constexpr(Symbol symbol) {
        if (!(symbol instanceof Declared declared) || !declared.specifiers().storage().contains(Storage.CONSTEXPR)
                || !(declared.initializer().orElse(null) instanceof Expression value)) {
            return Optional.empty();
        }
        Optional<Value> found = Nesting.guarded(declared.node(), () -> new Evaluator(declared.scope()).value(value),
                Optional.empty());
        return found.flatMap(it -> arithmetic.converted(it, declared.type().unqualified()));
    }

    /** The value of what is an object: only that of an array or function is a constant, and it is its address. */
    private Optional<Value> object(Expression expression) {
        Type type = types.type(expression);
        boolean decays = type.stripped() instanceof Type.Array || type.stripped() instanceof Type.Function;
        Optional<Value> character = expression instanceof Expression.Index index
                ? new StringElement(scope, this).value(index)
                : Optional.empty();
        return decays
                ? address(expression).map(it -> Arithmetic.retyped(it, Conversions.decayed(type)))
                : character;
    }

    /** Where an object lies, as a pointer to its type. */
    Optional<Value> address(Expression expression) {
        return switch (expression) {
            case Expression.Parenthesized p -> Nesting.deeper(() -> address(p.inner()), Optional.empty());
            case Expression.Identifier name -> scope.lookup(name.name(), name.first())
                    .filter(it -> it instanceof Declared declared && Storages.isStatic(declared))
                    .map(it -> new Value.Address(types.type(name).pointer(), Storages.first(it), BigInteger.ZERO));
            case Expression.StringLiteral _,Expression.CompoundLiteral _ -> Optional
                    .of(new Value.Address(types.type(expression).pointer(),
                            new Literal(expression.first(), expression.end()),
                            BigInteger.ZERO));
            case Expression.Unary unary when unary.operator() == UnaryOperator.DEREFERENCE -> value(unary.operand());
            case Expression.Unary unary when unary.operator() == UnaryOperator.EXTENSION -> address(unary.operand());
            case Expression.Member member -> member(member);
            case Expression.Index index -> index(index);
            case Expression.NumberLiteral _,Expression.CharacterLiteral _,Expression.BoolLiteral _,Expression.NullptrLiteral _,Expression.StatementExpression _,Expression.Call _,Expression.Postfix _,Expression.Unary _,Expression.LabelAddress _,Expression.SizeofExpression _,Expression.SizeofType _,Expression.AlignofExpression _,Expression.AlignofType _,Expression.Cast _,Expression.Binary _,Expression.Assignment _,Expression.Conditional _,Expression.Comma _,Expression.GenericSelection _,Expression.VaArg _,Expression.Offsetof _,Expression.TypesCompatible _,Expression.ChooseExpression _,Expression.ConvertVector _,Expression.HasAttribute _,Expression.DeclaredCondition _ ->
                Optional.empty();
        };
    }

    /** Literals are themselves only, however alike they look. */
    private record Literal(int first, int end) {}

    private Optional<Value> member(Expression.Member member) {
        Optional<Value> object = member.arrow() ? value(member.object()) : address(member.object());
        Type type = member.arrow()
                ? types.value(member.object()).pointedTo().orElse(Types.UNKNOWN)
                : types.type(member.object());
        Optional<PlacedMember> placed = types.placed(type, member.name().text());
        if (object.isEmpty() || placed.isEmpty() || placed.get().member().bits().isPresent()) {
            return Optional.empty();
        }
        return Arithmetic.moved(object.get(), BigInteger.valueOf(placed.get().offsetBits() / 8),
                types.type(member).pointer());
    }

    private Optional<Value> index(Expression.Index index) {
        boolean swapped = new Conversions(file).width(types.type(index.array())).isPresent();
        Optional<Value> array = value(swapped ? index.index() : index.array());
        Optional<BigInteger> at = integer(swapped ? index.array() : index.index());
        Type element = types.type(index);
        OptionalLong size = sizes.size(element);
        if (array.isEmpty() || at.isEmpty() || size.isEmpty()) {
            return Optional.empty();
        }
        return Arithmetic.moved(array.get(), at.get().multiply(BigInteger.valueOf(size.getAsLong())),
                element.pointer());
    }

    private Optional<Value> offset(Expression.Offsetof offsetof) {
        Type type = type(offsetof.type());
        BigInteger bits = BigInteger.ZERO;
        for (Designator designator : offsetof.designators()) {
            switch (designator) {
                case Designator.Member member -> {
                    Optional<PlacedMember> placed = types.placed(type, member.name().text());
                    if (placed.isEmpty()) {
                        return Optional.empty();
                    }
                    bits = bits.add(BigInteger.valueOf(placed.get().offsetBits()));
                    type = placed.get().member().type();
                }
                case Designator.Index index -> {
                    Type element = type.stripped() instanceof Type.Array array ? array.element() : Types.UNKNOWN;
                    OptionalLong size = sizes.size(element);
                    Optional<BigInteger> at = integer(index.index());
                    if (size.isEmpty() || at.isEmpty()) {
                        return Optional.empty();
                    }
                    bits = bits.add(at.get().multiply(BigInteger.valueOf(size.getAsLong())).shiftLeft(3));
                    type = element;
                }
                case Designator.Range _ -> {
                    return Optional.empty();
                }
            }
        }
        return integer(Types.UNSIGNED_LONG, new Width(64, false).wrapped(bits.shiftRight(3)));
    }

    private Optional<Value> unary(Expression.Unary unary) {
        return switch (unary.operator()) {
            case EXTENSION -> value(unary.operand());
            case ADDRESS -> address(unary.operand())
                    .map(it -> Arithmetic.retyped(it, types.type(unary.operand()).pointer()));
            case DEREFERENCE -> object(unary);
            case NOT -> truth(unary.operand()).flatMap(it -> Arithmetic.truth(Types.INT, !it));
            case PLUS, MINUS, COMPLEMENT ->
                value(unary.operand()).flatMap(it -> arithmetic.unary(unary.operator(), it));
            case INCREMENT, DECREMENT, REAL, IMAG -> Optional.empty();
        };
    }

    private Optional<Value> binary(Expression.Binary whole) {
        return scope.values().ofSum(whole, this::value, this::binary);
    }

    private Optional<Value> binary(Expression.Binary binary, Optional<Value> left) {
        BinaryOperator operator = binary.operator();
        if (operator == BinaryOperator.LOGICAL_AND || operator == BinaryOperator.LOGICAL_OR) {
            boolean or = operator == BinaryOperator.LOGICAL_OR;
            Optional<Boolean> first = left.isPresent() ? left.map(Value::isTrue) : truth(binary.left());
            Optional<Boolean> last = first.isPresent() && first.get() != or ? truth(binary.right()) : first;
            return last.flatMap(it -> Arithmetic.truth(Types.INT, it));
        }
        if (left.isEmpty()) {
            return isComparison(operator)
                    ? integer(binary.right()).flatMap(it -> new Ranges(scope).compared(binary, it))
                            .or(() -> new LocalAddresses(scope, this).binary(binary))
                    : new LocalAddresses(scope, this).binary(binary);
        }
        Optional<Value> right = value(binary.right());
        return right.isPresent()
                ? arithmetic.binary(operator, left.get(), right.get())
                : new LocalAddresses(scope, this).binary(binary);
    }

    private static boolean isComparison(BinaryOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL -> true;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT, LOGICAL_AND,
                    LOGICAL_OR ->
                false;
        };
    }

    private Optional<Value> conditional(Expression.Conditional conditional) {
        Optional<Boolean> condition = truth(conditional.condition());
        if (condition.isEmpty()) {
            return Optional.empty();
        }
        Optional<Value> result = !condition.get()
                ? value(conditional.otherwise())
                : value(conditional.then().orElse(conditional.condition()));
        return result.flatMap(it -> arithmetic.converted(it, types.type(conditional)));
    }
}
