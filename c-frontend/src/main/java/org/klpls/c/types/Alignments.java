package org.klpls.c.types;

import java.util.Optional;
import org.klpls.c.ast.Expression;

/** {@code __alignof__} of an expression. Source: gcc 12 c-family/c-common.cc c_alignof_expr(). */
final class Alignments {
    private final Scope scope;
    private final ExpressionTypes types;
    private final Sizes sizes;

    Alignments(Scope scope) {
        this.scope = scope;
        this.types = new ExpressionTypes(scope);
        this.sizes = new Sizes(scope.file());
    }

    long of(Expression expression) {
        Expression plain = Expressions.withoutParentheses(expression);
        long ofType = sizes.align(types.type(plain));
        if (plain instanceof Expression.Identifier name) {
            return scope.lookup(name.name(), name.first())
                    .map(it -> it instanceof Declared declared && asked(declared) > 0 ? asked(declared) : ofType)
                    .orElse(ofType);
        }
        // the object behind a pointer is as the best pointer in the expression says
        return plain instanceof Expression.Member member ? ofMember(member).orElse(ofType) : ofType;
    }

    /** All declarations of a name speak for it. */
    private static long asked(Declared declared) {
        long most = declared.attributeAlign();
        Optional<Symbol> earlier = declared.earlier();
        while (earlier.isPresent()) {
            most = Math.max(most, earlier.get() instanceof Declared other ? other.attributeAlign() : 0);
            earlier = earlier.get().earlier();
        }
        return most;
    }

    /** As the member is laid out: less than its type's if it is packed. */
    private Optional<Long> ofMember(Expression.Member member) {
        Type object = member.arrow()
                ? types.value(member.object()).pointedTo().orElse(Types.UNKNOWN)
                : types.type(member.object());
        return types.placed(object, member.name().text()).map(it -> Math.max(1, it.alignBits() / 8));
    }
}
