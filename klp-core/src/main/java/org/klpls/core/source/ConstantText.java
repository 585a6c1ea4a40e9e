package org.klpls.core.source;

import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.UnaryOperator;
import org.klpls.c.types.Constants;
import org.klpls.c.types.Declared;
import org.klpls.c.types.Program;
import org.klpls.c.types.Type;
import org.klpls.core.model.Located;

/** Strings and names that a table's members are given. */
final class ConstantText {
    private final Tree tree;
    private final Program program;
    private final Constants constants;
    private final ConstantAddresses addresses;

    ConstantText(Tree tree, Constants constants, ConstantAddresses addresses) {
        this.tree = tree;
        this.program = Program.of(tree.unit());
        this.constants = constants;
        this.addresses = addresses;
    }

    /** What a member holds: nothing (NULL), a value, or something that no reader of the text can tell. */
    sealed interface Value {
        record Null() implements Value {}

        record Text(Located<String> text) implements Value {}

        record Unknown() implements Value {}
    }

    /** A {@code const char *}: a literal, or the address of a character in one or in a variable that is initialised. */
    Value string(Initializer value) {
        if (!(value instanceof Expression given)) {
            return new Value.Unknown();
        }
        if (isNull(given)) {
            return new Value.Null();
        }
        Optional<String> text = addresses.of(given).flatMap(addresses::text);
        return text.<Value>map(it -> new Value.Text(new Located<>(it, tree.place(shown(given)))))
                .orElseGet(() -> isNull(program.meant(given)) ? new Value.Null() : new Value.Unknown());
    }

    /** What of an expression is the value itself: what is cast, or chosen. */
    private Node shown(Expression given) {
        Expression meant = program.meant(given);
        return meant instanceof Expression.Cast cast ? shown(cast.operand()) : meant;
    }

    /** The address of a function: its name. */
    Value function(Initializer value) {
        if (!(value instanceof Expression given)) {
            return new Value.Unknown();
        }
        return switch (program.meant(given)) {
            case Expression e when isNull(e) -> new Value.Null();
            case Expression.Identifier name -> function(name);
            case Expression.Unary unary when unary.operator() == UnaryOperator.ADDRESS ->
                program.meant(unary.operand()) instanceof Expression.Identifier name
                        ? named(name)
                        : function(unary.operand());
            case Expression.Unary unary when unary.operator() == UnaryOperator.DEREFERENCE ->
                function(unary.operand());
            case Expression.Cast cast -> function(cast.operand());
            // the address of a function is not null
            case Expression.Conditional choice when function(choice.condition()) instanceof Value.Text ->
                function(choice.then().orElse(choice.condition()));
            case Expression e -> addresses.loaded(e).map(this::function).orElseGet(Value.Unknown::new);
        };
    }

    private Value function(Expression.Identifier name) {
        boolean isPointer = program.meaning(name).filter(it -> it instanceof Declared d && d.isVariable())
                .filter(it -> !(it.type().stripped() instanceof Type.Array)).isPresent();
        return isPointer
                ? addresses.loaded(name).map(this::function).orElseGet(Value.Unknown::new)
                : named(name);
    }

    private Value named(Expression.Identifier name) {
        return new Value.Text(new Located<>(name.name(), tree.place(name)));
    }

    /** Also what a const variable holds. */
    OptionalLong number(Expression value) {
        OptionalLong plain = constants.value(value);
        return plain.isPresent()
                ? plain
                : addresses.loaded(program.meant(value)).map(constants::value).orElseGet(OptionalLong::empty);
    }

    boolean isNull(Initializer value) {
        return value instanceof Expression e && constants.value(e).orElse(1) == 0;
    }
}
