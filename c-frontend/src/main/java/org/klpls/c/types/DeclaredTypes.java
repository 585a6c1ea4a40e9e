package org.klpls.c.types;

import java.util.Optional;
import java.util.Set;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.Qualifier;
import org.klpls.c.ast.Storage;
import org.klpls.c.ast.TypeSpecifier;

/** The type that a declaration gives its name. */
final class DeclaredTypes {
    /** Types beyond this are nobody's code: they would overflow the stack, or use up the time, of whoever walks them. */
    private static final int DEEPEST = 150;
    private static final int MOST_PARTS = 10_000;

    private final Declared declared;

    DeclaredTypes(Declared declared) {
        this.declared = declared;
    }

    Type type() {
        if (declared.specifiers().type() instanceof TypeSpecifier.AutoType || isAuto()) {
            return ofInitializer();
        }
        TypeReader reader = new TypeReader(declared.scope());
        Type type = reader.type(declared.specifiers(), declared.declarator(), declared.attributes()).with(constant());
        if (declared.isParameter()) {
            return TypeReader.asParameter(type);
        }
        if (!new Measure().fits(type, 0)) {
            return Types.UNKNOWN;
        }
        return declared.initializer().map(it -> completed(type, it)).orElse(type);
    }

    /** C23: {@code constexpr} makes an object const. */
    private Set<Qualifier> constant() {
        boolean constexpr = declared.specifiers().storage().contains(Storage.CONSTEXPR);
        return constexpr ? Set.of(Qualifier.CONST) : Set.of();
    }

    /** C23: {@code auto x = 1}, {@code constexpr auto x = 1} */
    private boolean isAuto() {
        return declared.specifiers().type() instanceof TypeSpecifier.ImplicitInt
                && declared.specifiers().storage().contains(Storage.AUTO)
                && declared.scope().file().target().dialect().hasAutoType();
    }

    private Type ofInitializer() {
        Optional<Initializer> value = declared.initializer();
        return value.isPresent() && value.get() instanceof Expression expression
                ? new ExpressionTypes(declared.scope()).value(expression)
                        .with(declared.specifiers().qualifiers()).with(constant())
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

    /** Names of types stand for each other as often as one likes: what they mean together doubles with each. */
    private static final class Measure {
        private int parts;

        boolean fits(Type type, int depth) {
            if (depth > DEEPEST || ++parts > MOST_PARTS) {
                return false;
            }
            return switch (type) {
                case Type.Pointer(Type target) -> fits(target, depth + 1);
                case Type.Array(Type element, ArrayLength _) -> fits(element, depth + 1);
                case Type.Vector(Type element, long _) -> fits(element, depth + 1);
                case Type.Qualified(Type inner, var _) -> fits(inner, depth + 1);
                case Type.BitField(Type inner, int _) -> fits(inner, depth + 1);
                case Type.Named named -> fits(named.meaning(), depth + 1);
                case Type.Function function -> fits(function.result(), depth + 1)
                        && function.parameters().stream().allMatch(it -> fits(it, depth + 1));
                case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Complex _,Type.Struct _,Type.Enum _,Type.Nullptr _,Type.Unknown _ ->
                    true;
            };
        }
    }
}
