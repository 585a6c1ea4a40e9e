package org.klpls.c.types;

import java.util.Optional;

/** What a name's declarations up to one of them tell together: {@code int a[3]; extern int a[];}. */
final class Redeclared {
    private Redeclared() {}

    static Type type(Declared declared) {
        Type type = declared.type();
        return isWhole(type) ? type : earlier(declared, type);
    }

    private static Type earlier(Declared declared, Type type) {
        Optional<Symbol> before = previous(declared);
        while (before.isPresent()) {
            if (before.get() instanceof Declared other && isWhole(other.type())
                    && new Compatibility(declared.scope().file()).compatible(type, other.type())) {
                return other.type();
            }
            before = before.get() instanceof Declared other ? previous(other) : Optional.empty();
        }
        return type;
    }

    /** The file's own declarations come after the headers' of the same name. */
    private static Optional<Symbol> previous(Declared declared) {
        Optional<Symbol> earlier = declared.earlier();
        return earlier.isPresent() || !(declared.scope() instanceof FileScope file)
                ? earlier
                : file.headers().flatMap(it -> it.lookup(declared.name(), Integer.MAX_VALUE));
    }

    private static boolean isWhole(Type type) {
        return switch (type.stripped()) {
            case Type.Array(Type _, ArrayLength length) -> length instanceof ArrayLength.Known;
            case Type.Function function -> function.hasPrototype();
            case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Complex _,Type.Struct _,Type.Enum _,Type.Pointer _,Type.Vector _,Type.Qualified _,Type.Named _,Type.BitField _,Type.Nullptr _,Type.Unknown _ ->
                true;
        };
    }
}
