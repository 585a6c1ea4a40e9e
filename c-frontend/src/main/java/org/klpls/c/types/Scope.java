package org.klpls.c.types;

import java.util.Optional;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.TypeSpecifier;

/**
 * Where names have a meaning. What is visible depends on the place that asks: a declaration holds from its end on, so that
 * one scope serves all places in it, and nothing has to be looked up in order.
 */
abstract sealed class Scope permits FileScope, BlockScope {
    private final Answers<Type> types = new Answers<>(ExpressionTypes::asksManyTimes);
    private final Answers<Optional<Value>> values = new Answers<>(_ -> false);

    /** The types of expressions that stand in it. */
    final Answers<Type> types() {
        return types;
    }

    /** Their values. */
    final Answers<Optional<Value>> values() {
        return values;
    }

    /** What an ordinary name means to the token at this index. */
    abstract Optional<Symbol> lookup(String name, int at);

    /** The tag of {@code struct s}, with or without its members. */
    abstract RecordTag record(TypeSpecifier.Struct node);

    abstract EnumTag enumeration(TypeSpecifier.Enum node);

    /** The scope of a block directly inside of this one. */
    abstract BlockScope block(Statement.Block block);

    /** The file's own scope, around all others. */
    abstract FileScope file();

    /** The name of the function that this lies in. */
    abstract Optional<String> functionName();
}
