package org.klpls.c.types;

import java.util.Optional;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.InitializerList;

/** How long an array becomes by its initialiser. */
final class Initialized {
    private Initialized() {}

    static Optional<Long> length(Type element, Initializer initializer, Scope scope) {
        return switch (initializer) {
            case Expression text -> new ExpressionTypes(scope).type(text)
                    .stripped() instanceof Type.Array(Type _, ArrayLength.Known(long count))
                            ? Optional.of(count)
                            : Optional.empty();
            case InitializerList list -> {
                Type array = new Type.Array(element, new ArrayLength.Unspecified());
                yield Optional.of(new InitializerReader(scope).read(array, list).length());
            }
        };
    }
}
