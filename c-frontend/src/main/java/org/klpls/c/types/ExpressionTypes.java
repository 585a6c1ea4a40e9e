package org.klpls.c.types;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.c.ast.BinaryOperator;
import org.klpls.c.ast.BlockItem;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.GenericAssociation;
import org.klpls.c.ast.Qualifier;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.UnaryOperator;

/** The type of every expression, in the scope where it stands. {@link Types#UNKNOWN} for what is no C. */
final class ExpressionTypes {
    private final Scope scope;
    private final FileScope file;
    private final Conversions conversions;

    ExpressionTypes(Scope scope) {
        this.scope = scope;
        this.file = scope.file();
        this.conversions = new Conversions(file);
    }

    /** The type of its value: after an array has become a pointer, without qualifiers. */
    Type value(Expression expression) {
        return Conversions.decayed(type(expression));
    }

    /** The type that typeof and sizeof see: of an object with its qualifiers, an array as such. */
    Type type(Expression expression) {
        if (expression instanceof Expression.Identifier name) {
            return identifier(name);
        }
        return expression instanceof Expression.NumberLiteral number
                ? Literals.type(number.text())
                : scope.types().of(expression, this::composed, this::type, Types.UNKNOWN);
    }

    private Type composed(Expression expression) {
        return switch (expression) {
            case Expression.Identifier name -> identifier(name);
            case Expression.NumberLiteral number -> Literals.type(number.text());
            case Expression.CharacterLiteral character -> Literals.characterType(character.text(), file.target());
            case Expression.StringLiteral string -> Literals.stringType(string.pieces(), file.target());
            case Expression.BoolLiteral _ -> Types.BOOL;
            case Expression.NullptrLiteral _ -> new Type.Nullptr();
            case Expression.Parenthesized p -> type(p.inner());
            case Expression.Index index -> index(index);
            case Expression.Member member -> member(member);
            case Expression.Postfix postfix -> value(postfix.operand());
            case Expression.CompoundLiteral literal -> compoundLiteral(literal);
            case Expression.Unary unary -> unary(unary);
            case Expression.LabelAddress _ -> Types.VOID_POINTER;
            case Expression.SizeofExpression _,Expression.SizeofType _,Expression.AlignofExpression _,Expression.AlignofType _,Expression.Offsetof _ ->
                Types.UNSIGNED_LONG;
            case Expression.TypesCompatible _ -> Types.INT;
            case Expression.HasAttribute _ -> Types.BOOL;
            case Expression.ConvertVector it -> new TypeReader(scope).type(it.type()).unqualified();
            case Expression.Cast cast -> new TypeReader(scope).type(cast.type()).unqualified();
            case Expression.Binary binary -> binary(binary);
            case Expression.Assignment assignment -> type(assignment.target()).unqualified();
            case Expression.Comma comma -> value(comma.operands().getLast());
            case Expression.VaArg va -> new TypeReader(scope).type(va.type());
            case Expression.DeclaredCondition it -> condition(it);
            case Expression.StatementExpression it -> statement(it.block());
            case Expression.Call call -> call(call);
            case Expression.Conditional conditional -> conditional(conditional);
            case Expression.GenericSelection selection -> selected(selection).map(this::type).orElse(Types.UNKNOWN);
            case Expression.ChooseExpression choose -> chosen(choose).map(this::type).orElse(Types.UNKNOWN);
        };
    }

    /** Those that ask of their parts more than once, so that the innermost would be asked of again and again. */
    static boolean asksManyTimes(Expression expression) {
        return switch (expression) {
            case Expression.StatementExpression _,Expression.Call _,Expression.Conditional _,Expression.GenericSelection _,Expression.ChooseExpression _ ->
                true;
            case Expression.Unary unary -> unary.operator() == UnaryOperator.ADDRESS;
            case Expression.Identifier _,Expression.NumberLiteral _,Expression.CharacterLiteral _,Expression.StringLiteral _,Expression.BoolLiteral _,Expression.NullptrLiteral _,Expression.Parenthesized _,Expression.Index _,Expression.Member _,Expression.Postfix _,Expression.CompoundLiteral _,Expression.LabelAddress _,Expression.SizeofExpression _,Expression.SizeofType _,Expression.AlignofExpression _,Expression.AlignofType _,Expression.Cast _,Expression.Binary _,Expression.Assignment _,Expression.Comma _,Expression.VaArg _,Expression.Offsetof _,Expression.TypesCompatible _,Expression.ConvertVector _,Expression.HasAttribute _,Expression.DeclaredCondition _ ->
                false;
        };
    }

    private Type identifier(Expression.Identifier name) {
        Optional<Symbol> symbol = scope.lookup(name.name(), name.first());
        if (symbol.isPresent()) {
            return switch (symbol.get()) {
                case Declared declared -> Redeclared.type(declared);
                case EnumConstant constant -> constant.typeAt(name.first());
            };
        }
        return switch (name.name()) {
            case "__func__", "__FUNCTION__", "__PRETTY_FUNCTION__" -> new Type.Array(
                    Types.CHAR.with(Set.of(Qualifier.CONST)),
                    ArrayLength.of(scope.functionName().orElse("").length() + 1L));
            default -> BuiltIns.result(name.name(), List.of(), conversions)
                    .<Type>map(it -> new Type.Function(it, List.of(), false, false)).orElse(Types.UNKNOWN);
        };
    }

    private Type index(Expression.Index index) {
        return element(type(index.array()), type(index.index()));
    }

    private Type element(Type array, Type other) {
        Type of = conversions.width(array).isPresent() ? other : array;
        return switch (of.stripped()) {
            case Type.Array _ -> ((Type.Array) of.stripped()).element().with(of.qualifiers());
            case Type.Pointer(Type target) -> target;
            case Type.Vector(Type element, long _) -> element.with(of.qualifiers());
            case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Complex _,Type.Struct _,Type.Enum _,Type.Function _,Type.Qualified _,Type.Named _,Type.BitField _,Type.Nullptr _,Type.Unknown _ ->
                Types.UNKNOWN;
        };
    }

    private Type member(Expression.Member member) {
        Type object = member.arrow()
                ? value(member.object()).pointedTo().orElse(Types.UNKNOWN)
                : type(member.object());
        return placed(object, member.name().text())
                .map(it -> it.member().bits()
                        .<Type>map(bits -> new Type.BitField(it.member().type(), bits))
                        .orElse(it.member().type()).with(object.qualifiers()))
                .orElse(Types.UNKNOWN);
    }

    /** A member of a struct or union of this type. */
    Optional<PlacedMember> placed(Type object, String name) {
        return object.stripped() instanceof Type.Struct(RecordTag tag)
                ? file.tags().definition(tag).flatMap(it -> it.member(name))
                : Optional.empty();
    }

    private Type compoundLiteral(Expression.CompoundLiteral literal) {
        Type type = new TypeReader(scope).type(literal.type());
        if (type.stripped() instanceof Type.Array(Type element, ArrayLength.Unspecified _)) {
            return Initialized.length(element, literal.initializer(), scope)
                    .<Type>map(count -> new Type.Array(element, ArrayLength.of(count))).orElse(type);
        }
        return type;
    }

    private Type unary(Expression.Unary unary) {
        return switch (unary.operator()) {
            case INCREMENT, DECREMENT -> value(unary.operand());
            case ADDRESS -> address(unary.operand());
            case DEREFERENCE -> value(unary.operand()).pointedTo().orElse(Types.UNKNOWN);
            case PLUS, MINUS, COMPLEMENT -> conversions.promoted(value(unary.operand()));
            case NOT -> value(unary.operand()).stripped() instanceof Type.Vector v ? comparison(v) : Types.INT;
            case REAL, IMAG -> {
                Type operand = type(unary.operand());
                yield operand.stripped() instanceof Type.Complex(Type part) ? part : operand;
            }
            case EXTENSION -> type(unary.operand());
        };
    }

    /** gcc makes p + i of &p[i], and leaves on it what p is qualified with. Source: gcc 12 c/c-typeck.cc build_array_ref(). */
    private Type address(Expression operand) {
        if (Expressions.withoutParentheses(operand) instanceof Expression.Index index) {
            Type indexed = type(index.array());
            Type pointer = element(indexed, type(index.index())).pointer();
            return indexed.stripped() instanceof Type.Pointer ? pointer.with(indexed.qualifiers()) : pointer;
        }
        return type(operand).pointer();
    }

    private Type binary(Expression.Binary whole) {
        return scope.types().ofSum(whole, this::value,
                (sum, left) -> Conversions.decayed(binary(sum, Conversions.decayed(left))));
    }

    private Type binary(Expression.Binary binary, Type left) {
        BinaryOperator operator = binary.operator();
        return switch (operator) {
            case LOGICAL_AND, LOGICAL_OR -> Types.INT;
            case EQUAL, NOT_EQUAL, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL ->
                left.stripped() instanceof Type.Vector v ? comparison(v) : Types.INT;
            case SHIFT_LEFT, SHIFT_RIGHT -> conversions.promoted(left);
            case ADD, SUBTRACT -> sum(left, value(binary.right()), operator);
            case MULTIPLY, DIVIDE, REMAINDER, AND, OR, XOR -> conversions.common(left, value(binary.right()));
        };
    }

    /** Vectors compare to as many signed integers of the same width. */
    private Type comparison(Type.Vector vector) {
        long size = new Sizes(file).size(vector.element()).orElse(4);
        return new Type.Vector(new Type.Int(IntKind.atLeast((int) Math.min(size * 8, 128), true)), vector.size());
    }

    private Type sum(Type left, Type right, BinaryOperator operator) {
        boolean leftPoints = left.stripped() instanceof Type.Pointer;
        boolean rightPoints = right.stripped() instanceof Type.Pointer;
        if (leftPoints && rightPoints) {
            return operator == BinaryOperator.SUBTRACT ? Types.LONG : Types.UNKNOWN;
        }
        return leftPoints ? left : rightPoints ? right : conversions.common(left, right);
    }

    /** GNU: the value of the last statement, if that is an expression. */
    private Type statement(Statement.Block block) {
        List<BlockItem> items = block.items();
        BlockItem last = items.isEmpty() ? block : items.getLast();
        while (last instanceof Statement.Labeled labeled) {
            last = labeled.item();
        }
        return last instanceof Statement.ExpressionStatement it
                ? new ExpressionTypes(scope.block(block)).value(it.expression())
                : Types.VOID;
    }

    private Type call(Expression.Call call) {
        Expression callee = Expressions.withoutParentheses(call.function());
        if (callee instanceof Expression.Identifier name
                && scope.lookup(name.name(), name.first()).isEmpty()) {
            List<Type> arguments = call.arguments().stream().map(this::value).toList();
            // C89: a function that is not declared returns int
            return BuiltIns.result(name.name(), arguments, conversions).orElse(Types.INT);
        }
        Type type = type(call.function());
        return type.function().or(() -> type.pointedTo().flatMap(Type::function)).map(Type.Function::result)
                .map(Type::unqualified).orElse(Types.UNKNOWN);
    }

    private Type conditional(Expression.Conditional conditional) {
        Expression then = conditional.then().orElse(conditional.condition());
        Type left = value(then);
        Type right = value(conditional.otherwise());
        Type a = left.stripped();
        Type b = right.stripped();
        if (a instanceof Type.Void || b instanceof Type.Void) {
            return Types.VOID;
        }
        boolean pointsLeft = a instanceof Type.Pointer || a instanceof Type.Nullptr;
        boolean pointsRight = b instanceof Type.Pointer || b instanceof Type.Nullptr;
        if (pointsLeft && pointsRight) {
            return pointers(left, then, right, conditional.otherwise());
        }
        if (pointsLeft || pointsRight) {
            return pointsLeft ? left : right;
        }
        boolean aggregate = a instanceof Type.Struct;
        return aggregate ? left : conversions.common(left, right);
    }

    /** C11 6.5.15p6. */
    private Type pointers(Type left, Expression then, Type right, Expression otherwise) {
        if (isNull(otherwise)) {
            return left;
        }
        if (isNull(then)) {
            return right;
        }
        Type some = left.pointedTo().orElse(Types.VOID);
        Type other = right.pointedTo().orElse(Types.VOID);
        Type target = some.stripped() instanceof Type.Void
                ? Types.VOID
                : other.stripped() instanceof Type.Void
                        ? Types.VOID
                        : new Composite(new Compatibility(file)).of(some.unqualified(), other.unqualified());
        return target.with(some.qualifiers()).with(other.qualifiers()).pointer();
    }

    /** C11 6.3.2.3p3: an integer constant 0, also as {@code (void *)}. */
    boolean isNull(Expression expression) {
        Expression plain = Expressions.withoutParentheses(expression);
        if (plain instanceof Expression.NullptrLiteral) {
            return true;
        }
        if (plain instanceof Expression.Cast cast
                && new TypeReader(scope).type(cast.type()).stripped() instanceof Type.Pointer(Type target)) {
            return target instanceof Type.Void && isZero(cast.operand());
        }
        return isZero(plain);
    }

    private boolean isZero(Expression expression) {
        return conversions.width(value(expression)).isPresent()
                && new Evaluator(scope).integer(expression).filter(BigInteger.ZERO::equals).isPresent();
    }

    /** What an if tests: the value after its declaration, or that of what is declared. */
    private Type condition(Expression.DeclaredCondition condition) {
        return condition.value().map(this::type)
                .or(() -> condition.declaration().declarators().getFirst().declarator().name()
                        .flatMap(it -> scope.lookup(it.text(), condition.end())).map(Symbol::type))
                .orElse(Types.UNKNOWN);
    }

    Optional<Expression> chosen(Expression.ChooseExpression choose) {
        return new Evaluator(scope).integer(choose.condition())
                .map(it -> it.signum() != 0 ? choose.then() : choose.otherwise());
    }

    Optional<Expression> selected(Expression.GenericSelection selection) {
        Type control = selection.type().map(it -> new TypeReader(scope).type(it))
                .or(() -> selection.control().map(this::value)).orElse(Types.UNKNOWN);
        Compatibility compatibility = new Compatibility(file);
        Optional<Expression> otherwise = Optional.empty();
        for (GenericAssociation association : selection.associations()) {
            if (association.type().isEmpty()) {
                otherwise = Optional.of(association.value());
            } else if (compatibility.compatible(control, new TypeReader(scope).type(association.type().get()))) {
                return Optional.of(association.value());
            }
        }
        return otherwise;
    }
}
