package org.klpls.c.types;

/** Types without the names of typedefs. */
final class Canonical {
    private Canonical() {}

    static Type of(Type type) {
        return switch (type) {
            case Type.Named named -> of(named.meaning());
            case Type.Qualified(Type inner, var qualifiers) -> of(inner).with(qualifiers);
            case Type.Pointer(Type target) -> new Type.Pointer(of(target));
            case Type.Array(Type element, ArrayLength length) -> new Type.Array(of(element), length);
            case Type.Function f -> new Type.Function(of(f.result()),
                    f.parameters().stream().map(Canonical::of).toList(), f.isVariadic(), f.hasPrototype());
            case Type.Vector(Type element, long size) -> new Type.Vector(of(element), size);
            case Type.Complex(Type part) -> new Type.Complex(of(part));
            case Type.BitField(Type declared, int bits) -> new Type.BitField(of(declared), bits);
            case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Struct _,Type.Enum _,Type.Nullptr _,Type.Unknown _ ->
                type;
        };
    }
}
