package org.klpls.core.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.c.ast.BinaryOperator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.TypeSpecifier;
import org.klpls.c.ast.UnaryOperator;
import org.klpls.c.types.Constants;
import org.klpls.c.types.Program;
import org.klpls.core.source.Variables.Variable;

/** Structs inside of variables: by themselves, in arrays, as members of larger structs; and where pointers to them lead. */
final class StaticObjects {
    /** Structs in structs are followed so far. */
    private static final int DEPTH = 4;

    private static final List<String> TABLES = List.of("klp_patch", "klp_object", "klp_func", "klp_state");

    private final Variables variables;
    private final Constants constants;
    private final Program program;
    private final ConstantAddresses addresses;
    private final Map<String, Boolean> holding = new HashMap<>();
    private final Map<String, Optional<Initializer>> initializers = new HashMap<>();

    StaticObjects(Variables variables, Constants constants, Program program, ConstantAddresses addresses) {
        this.variables = variables;
        this.constants = constants;
        this.program = program;
        this.addresses = addresses;
    }

    private StaticPart whole(Variable variable, StaticType type) {
        return StaticPart.of(variable, type,
                initializers.computeIfAbsent(variable.name(), _ -> variable.declarator().initializer()
                        .map(it -> program.declared(variable.declarator())
                                .map(declared -> BracedInitializer.of(declared.type(), it, program, constants))
                                .orElse(it))));
    }

    /** An element of an array; the first one of a struct that is in no array. */
    record Start(StaticPart array, long index) {}

    /** All structs of this tag, in the order of the text. */
    List<StaticPart> ofStruct(String tag) {
        List<StaticPart> found = new ArrayList<>();
        for (Variable variable : variables.all()) {
            variable.type().filter(type -> holds(type, tag))
                    .ifPresent(type -> add(found, whole(variable, type), tag, DEPTH));
        }
        return found;
    }

    private void add(List<StaticPart> found, StaticPart part, String tag, int depth) {
        if (depth == 0 || !holds(part.type(), tag)) {
            return;
        }
        if (part.type().isArray()) {
            long length = part.length(constants);
            for (long i = 0; i < length; i++) {
                part.element(i, constants).ifPresent(element -> add(found, element, tag, depth));
            }
        } else if (part.type().isStruct() && part.type().tag().filter(tag::equals).isPresent()) {
            found.add(part);
        } else if (part.type().isStruct()) {
            for (StaticType.Member member : part.type().members(variables.definitions())) {
                part.member(member.name(), variables.definitions())
                        .ifPresent(inner -> add(found, inner, tag, depth - 1));
            }
        }
    }

    /** Whether a variable of this type has a struct of this tag in it. */
    private boolean holds(StaticType type, String tag) {
        String own = type.tag().orElse("");
        if (own.equals(tag)) {
            return true;
        }
        if (own.isEmpty()) {
            return isInMembers(type, tag);
        }
        Boolean known = holding.putIfAbsent(tag + " in " + own, false);
        if (known != null) {
            return known;
        }
        boolean found = isInMembers(type, tag);
        holding.put(tag + " in " + own, found);
        return found;
    }

    private boolean isInMembers(StaticType type, String tag) {
        return type.members(variables.definitions()).stream().flatMap(m -> m.type().stream())
                .anyMatch(inner -> holds(inner, tag));
    }

    /** The tag of livepatch's struct that a type is, or has in it, the most important one. */
    Optional<String> tableIn(TypeSpecifier type) {
        return variables.definitions().struct(type).map(struct -> new StaticType(struct, List.of()))
                .flatMap(struct -> TABLES.stream().filter(tag -> holds(struct, tag)).findFirst());
    }

    /** Where a pointer to structs of a static table leads: {@code funcs}, {@code &fix.funcs[1]}, {@code funcs + 1}. */
    Optional<Start> pointer(Initializer pointer) {
        return pointer instanceof Expression expression ? pointer(expression, DEPTH) : Optional.empty();
    }

    private Optional<Start> pointer(Expression pointer, int depth) {
        return switch (program.meant(pointer)) {
            case Expression.Cast cast -> pointer(cast.operand(), depth);
            case Expression.Unary unary when unary.operator() == UnaryOperator.ADDRESS -> address(unary.operand());
            case Expression.Binary sum when sum.operator() == BinaryOperator.ADD -> pointer(sum.left(), depth)
                    .flatMap(start -> moved(start, sum.right(), 1))
                    .or(() -> pointer(sum.right(), depth).flatMap(start -> moved(start, sum.left(), 1)));
            case Expression.Binary difference when difference.operator() == BinaryOperator.SUBTRACT ->
                pointer(difference.left(), depth).flatMap(start -> moved(start, difference.right(), -1));
            case Expression place -> part(place).filter(p -> p.type().isArray()).map(array -> new Start(array, 0))
                    .or(() -> depth == 0
                            ? Optional.empty()
                            : addresses.loaded(place).flatMap(held -> pointer(held, depth - 1)));
        };
    }

    private Optional<Start> address(Expression place) {
        return switch (program.meant(place)) {
            case Expression.Unary unary when unary.operator() == UnaryOperator.DEREFERENCE -> pointer(unary.operand());
            case Expression.Index index -> pointer(index.array()).flatMap(start -> moved(start, index.index(), 1));
            case Expression object -> part(object).map(part -> new Start(part, 0));
        };
    }

    private Optional<Start> moved(Start start, Expression by, int sign) {
        OptionalLong steps = constants.value(by);
        return steps.isPresent() && start.array().type().isArray() && start.index() + sign * steps.getAsLong() >= 0
                ? Optional.of(new Start(start.array(), start.index() + sign * steps.getAsLong()))
                : Optional.empty();
    }

    private Optional<StaticPart> part(Expression place) {
        return switch (program.meant(place)) {
            case Expression.Unary unary when unary.operator() == UnaryOperator.DEREFERENCE -> pointer(unary.operand())
                    .flatMap(start -> start.array().element(start.index(), constants));
            case Expression.Identifier name -> variables.named(name.name())
                    .flatMap(variable -> variable.type().map(type -> whole(variable, type)));
            case Expression.Member member when !member.arrow() -> part(member.object())
                    .flatMap(outer -> outer.member(member.name().text(), variables.definitions()));
            case Expression.Index index -> part(index.array()).flatMap(array -> constants.value(index.index())
                    .isPresent()
                            ? array.element(constants.value(index.index()).getAsLong(), constants)
                            : Optional.empty());
            default -> Optional.empty();
        };
    }
}
