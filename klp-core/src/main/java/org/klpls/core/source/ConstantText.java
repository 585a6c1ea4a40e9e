package org.klpls.core.source;

import java.util.Optional;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.UnaryOperator;
import org.klpls.c.types.Constants;
import org.klpls.c.types.StringValue;
import org.klpls.core.model.Located;

/** Strings and names that a table's members are given. */
final class ConstantText {
    private final Tree tree;
    private final Variables variables;
    private final Constants constants;

    ConstantText(Tree tree, Variables variables, Constants constants) {
        this.tree = tree;
        this.variables = variables;
        this.constants = constants;
    }

    /** What a member holds: nothing (NULL), a value, or something that no reader of the text can tell. */
    sealed interface Value {
        record Null() implements Value {}

        record Text(Located<String> text) implements Value {}

        record Unknown() implements Value {}
    }

    /** A {@code const char *}: a literal, or an array of char that is initialised with one. */
    Value string(Initializer value) {
        return switch (value) {
            case Expression.StringLiteral literal ->
                new Value.Text(new Located<>(StringValue.of(literal.pieces()), tree.place(literal)));
            case Expression.Parenthesized p -> string(p.inner());
            case Expression.Identifier name -> arrayOfChar(name)
                    .<Value>map(text -> new Value.Text(new Located<>(text, tree.place(name))))
                    .orElse(new Value.Unknown());
            case Expression.Cast cast -> isNull(cast) ? new Value.Null() : string(cast.operand());
            case Expression e -> isNull(e) ? new Value.Null() : new Value.Unknown();
            default -> new Value.Unknown();
        };
    }

    /** The address of a function: its name. */
    Value function(Initializer value) {
        return switch (value) {
            case Expression.Identifier name -> new Value.Text(new Located<>(name.name(), tree.place(name)));
            case Expression.Parenthesized p -> function(p.inner());
            case Expression.Unary unary when unary.operator() == UnaryOperator.ADDRESS ->
                function(unary.operand());
            case Expression.Cast cast -> isNull(cast) ? new Value.Null() : function(cast.operand());
            case Expression e -> isNull(e) ? new Value.Null() : new Value.Unknown();
            default -> new Value.Unknown();
        };
    }

    boolean isNull(Initializer value) {
        return value instanceof Expression e && constants.value(e).orElse(1) == 0;
    }

    private Optional<String> arrayOfChar(Expression.Identifier name) {
        return variables.named(name.name()).filter(Variables.Variable::isArray)
                .flatMap(v -> v.declarator().initializer())
                .flatMap(i -> i instanceof Expression.StringLiteral s
                        ? Optional.of(StringValue.of(s.pieces()))
                        : Optional.empty());
    }
}
