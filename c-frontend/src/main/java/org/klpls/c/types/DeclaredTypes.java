package org.klpls.c.types;

import java.util.Optional;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.TypeSpecifier;

/** The type that a declaration gives its name. */
final class DeclaredTypes {
    /** Typedefs of typedefs beyond this are nobody's code: their types would overflow the stack of whoever walks them. */
    private static final int DEEPEST = 500;

    private final Declared declared;

    DeclaredTypes(Declared declared) {
        this.declared = declared;
    }

    Type type() {
        if (declared.specifiers().type() instanceof TypeSpecifier.AutoType) {
            return ofInitializer();
        }
        TypeReader reader = new TypeReader(declared.scope());
        Type type = reader.type(declared.specifiers(), declared.declarator(), declared.attributes());
        if (declared.isParameter()) {
            return TypeReader.asParameter(type);
        }
        if (depth(type) > DEEPEST) {
            return Types.UNKNOWN;
        }
        return declared.initializer().map(it -> completed(type, it)).orElse(type);
    }

    private Type ofInitializer() {
        Optional<Initializer> value = declared.initializer();
        return value.isPresent() && value.get() instanceof Expression expression
                ? new ExpressionTypes(declared.scope()).value(expression)
                        .with(declared.specifiers().qualifiers())
                : Types.UNKNOWN;
    }

    /** {@code int a[] = {1, 2}} has two elements. */
    private Type completed(Type type, Initializer initializer) {
        return type.stripped() instanceof Type.Array(Type element, ArrayLength.Unspecified _)
                ? Initialized.length(element, initializer, declared.scope())
                        .<Type>map(count -> new Type.Array(element, ArrayLength.of(count)))
                        .orElse(type)
                : type;
    }

    private static int depth(Type type) {
        int depth = 0;
        Type at = type;
        while (depth <= DEEPEST) {
            depth++;
            switch (at) {
                case Type.Pointer(Type target) -> at = target;
                case Type.Array(Type element, ArrayLength _) -> at = element;
                case Type.Vector(Type element, long _) -> at = element;
                case Type.Qualified(Type inner, var _) -> at = inner;
                case Type.Named named -> at = named.meaning();
                case Type.Function function -> at = function.result();
                default -> {
                    return depth;
                }
            }
        }
        return depth;
    }
}
