package org.klpls.core.source;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.klpls.c.ast.BinaryOperator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Qualifier;
import org.klpls.c.ast.UnaryOperator;
import org.klpls.c.types.Declared;
import org.klpls.c.types.InitializedPart;
import org.klpls.c.types.Program;
import org.klpls.c.types.StringValue;
import org.klpls.c.types.Type;

/**
 * Address constants of static data, C11 6.6p9, as far as they lead to characters: {@code &nm[1]}, {@code names[0] + 2}, {@code s.name};
 * and what constant pointers hold, which gcc takes for constants too.
 */
final class ConstantAddresses {
    /** Pointers are followed through so many others. */
    private static final int DEPTH = 8;
    /** Above the longest name of a symbol, and above any path. */
    private static final int LONGEST = 1 << 12;

    private final Program program;
    private final Predicate<String> changeable;

    /** @param changeable variables that code may change, or hand on */
    ConstantAddresses(Program program, Predicate<String> changeable) {
        this.program = program;
        this.changeable = changeable;
    }

    /** Bytes from the beginning of a string literal, compound literal or variable. */
    record Address(Start start, long offset) {
        private Address moved(long bytes) {
            return new Address(start, offset + bytes);
        }
    }

    /** What an address is an offset from. */
    sealed interface Start {
        record Literal(Expression.StringLiteral literal) implements Start {}

        record Compound(Expression.CompoundLiteral literal) implements Start {}

        record Variable(Declared declared) implements Start {}
    }

    /** Where a pointer leads, an array being one to its first element. */
    Optional<Address> of(Expression pointer) {
        return of(pointer, DEPTH);
    }

    private Optional<Address> of(Expression pointer, int depth) {
        if (depth == 0) {
            return Optional.empty();
        }
        Expression meant = program.meant(pointer);
        return switch (meant) {
            case Expression.Cast cast -> of(cast.operand(), depth - 1);
            case Expression.Binary sum when sum.operator() == BinaryOperator.ADD ->
                moved(sum.left(), sum.right(), 1, depth).or(() -> moved(sum.right(), sum.left(), 1, depth));
            case Expression.Binary difference when difference.operator() == BinaryOperator.SUBTRACT ->
                moved(difference.left(), difference.right(), -1, depth);
            // an address is not null
            case Expression.Conditional choice when of(choice.condition(), depth - 1).isPresent() ->
                of(choice.then().orElse(choice.condition()), depth - 1);
            case Expression.Unary unary -> switch (unary.operator()) {
                case ADDRESS -> place(unary.operand(), depth - 1);
                case DEREFERENCE -> value(meant, depth);
                default -> Optional.empty();
            };
            default -> value(meant, depth);
        };
    }

    /** An array is its own address; what another place holds is known of constants. */
    private Optional<Address> value(Expression object, int depth) {
        return isArray(object)
                ? place(object, depth - 1)
                : loaded(object, depth - 1).flatMap(it -> of(it, depth - 1));
    }

    private boolean isArray(Expression object) {
        return program.type(object).stripped() instanceof Type.Array;
    }

    private Optional<Address> moved(Expression pointer, Expression by, int sign, int depth) {
        OptionalLong size = elementSize(pointer);
        Optional<Long> steps = constant(by);
        return size.isEmpty() || steps.isEmpty()
                ? Optional.empty()
                : of(pointer, depth - 1).map(it -> it.moved(sign * steps.get() * size.getAsLong()));
    }

    private Optional<Long> constant(Expression expression) {
        return program.constant(expression).filter(it -> it.bitLength() < Integer.SIZE).map(it -> it.longValue());
    }

    private OptionalLong elementSize(Expression pointer) {
        return switch (program.type(pointer).stripped()) {
            case Type.Array(Type element, var _) -> program.size(element);
            case Type.Pointer(Type target) -> program.size(target);
            default -> OptionalLong.empty();
        };
    }

    private Optional<Address> place(Expression object, int depth) {
        if (depth <= 0) {
            return Optional.empty();
        }
        return switch (program.meant(object)) {
            case Expression.StringLiteral literal -> Optional.of(new Address(new Start.Literal(literal), 0));
            case Expression.CompoundLiteral literal -> Optional.of(new Address(new Start.Compound(literal), 0));
            case Expression.Identifier name -> declared(name).map(it -> new Address(new Start.Variable(it), 0));
            case Expression.Member member -> (member.arrow()
                    ? of(member.object(), depth - 1)
                    : place(member.object(), depth - 1)).flatMap(it -> member(it, member));
            case Expression.Index index -> moved(index.array(), index.index(), 1, depth)
                    .or(() -> moved(index.index(), index.array(), 1, depth));
            case Expression.Unary unary when unary.operator() == UnaryOperator.DEREFERENCE ->
                of(unary.operand(), depth - 1);
            default -> Optional.empty();
        };
    }

    private Optional<Address> member(Address object, Expression.Member member) {
        Type type = program.type(member.object()).stripped();
        Type struct = member.arrow() ? type.pointedTo().map(Type::stripped).orElse(type) : type;
        return struct instanceof Type.Struct(var tag)
                ? program.definition(tag).flatMap(it -> it.member(member.name().text()))
                        .map(it -> object.moved(it.offsetBits() / Byte.SIZE))
                : Optional.empty();
    }

    /** The variable with its initialiser, which another declaration of it may have. */
    private Optional<Declared> declared(Expression.Identifier name) {
        return program.meaning(name).flatMap(it -> it instanceof Declared found && found.isVariable()
                ? Optional.of(found)
                : Optional.empty())
                .flatMap(it -> it.isFileLevel() && it.initializer().isEmpty()
                        ? program.variable(it.name()).map(all -> all.main())
                        : Optional.of(it));
    }

    /** What a constant, or a member or an element of one, holds. */
    Optional<Expression> loaded(Expression object) {
        return loaded(object, DEPTH);
    }

    private Optional<Expression> loaded(Expression object, int depth) {
        if (!program.type(object).qualifiers().contains(Qualifier.CONST)) {
            return Optional.empty();
        }
        return place(object, depth).flatMap(address -> parts(address.start()).stream()
                .filter(part -> isPlain(part) && part.offsetBits() == address.offset() * Byte.SIZE)
                .reduce((_, later) -> later).map(InitializedPart::value)
                .flatMap(it -> it instanceof Expression value ? Optional.of(value) : Optional.empty()));
    }

    private List<InitializedPart> parts(Start start) {
        return switch (start) {
            case Start.Literal _ -> List.of();
            case Start.Compound(Expression.CompoundLiteral literal) -> program.initialized(literal);
            case Start.Variable(Declared declared) -> program.initialized(declared);
        };
    }

    private static boolean isPlain(InitializedPart part) {
        return part.path().stream().noneMatch(step -> step instanceof InitializedPart.Step.ToElements elements
                && elements.low() != elements.high());
    }

    /** The C string that begins there. Empty where it cannot be told, or has no end. */
    Optional<String> text(Address address) {
        return switch (address.start()) {
            case Start.Literal(Expression.StringLiteral literal) ->
                string(StringValue.of(literal.pieces()) + '\0', address.offset());
            case Start.Variable(Declared declared) when !isConstant(declared)
                    && changeable.test(declared.name()) ->
                Optional.empty();
            case Start.Compound _,Start.Variable _ -> characters(parts(address.start()), address.offset());
        };
    }

    private static boolean isConstant(Declared declared) {
        Type type = declared.type();
        while (type.stripped() instanceof Type.Array(Type element, var _)) {
            type = element;
        }
        return type.qualifiers().contains(Qualifier.CONST);
    }

    /** Out of an array that is given as a literal, or character by character. */
    private Optional<String> characters(List<InitializedPart> parts, long offset) {
        if (parts.stream().anyMatch(part -> !isPlain(part))) {
            return Optional.empty();
        }
        for (InitializedPart part : parts.reversed()) {
            long start = part.offsetBits() / Byte.SIZE;
            if (part.value() instanceof Expression value
                    && program.meant(value) instanceof Expression.StringLiteral literal
                    && part.type().stripped() instanceof Type.Array && start <= offset) {
                String text = StringValue.of(literal.pieces()) + '\0';
                long room = program.size(part.type()).orElse(text.length());
                if (offset - start < Math.max(room, 1) && offset - start < text.length()) {
                    return string(text.substring(0, (int) Math.min(text.length(), room)), offset - start);
                }
            }
        }
        return oneByOne(parts, offset);
    }

    private Optional<String> oneByOne(List<InitializedPart> parts, long offset) {
        StringBuilder text = new StringBuilder();
        for (long at = offset; at - offset < LONGEST; at++) {
            long here = at * Byte.SIZE;
            Optional<Long> character = parts.stream().filter(part -> part.offsetBits() == here)
                    .filter(part -> program.size(part.type()).orElse(0) == 1).reduce((_, later) -> later)
                    .flatMap(part -> part.value() instanceof Expression value ? constant(value) : Optional.empty());
            if (character.isEmpty() || character.get() < 0 || character.get() > 0x7f) {
                return Optional.empty();
            }
            if (character.get() == 0) {
                return Optional.of(text.toString());
            }
            text.append((char) character.get().intValue());
        }
        return Optional.empty();
    }

    /** @param offset in bytes, which are characters where all are ASCII */
    private static Optional<String> string(String bytes, long offset) {
        boolean isAscii = bytes.chars().allMatch(c -> c < 0x80);
        int end = offset >= 0 && offset < bytes.length() ? bytes.indexOf('\0', (int) offset) : -1;
        return end < 0 || offset > 0 && !isAscii ? Optional.empty() : Optional.of(bytes.substring((int) offset, end));
    }
}
