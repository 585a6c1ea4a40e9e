package org.klpls.c.types;

import java.util.ArrayList;
import java.util.List;

/** C11 6.2.7p3: what two compatible types tell together. */
final class Composite {
    private final Compatibility compatibility;

    Composite(Compatibility compatibility) {
        this.compatibility = compatibility;
    }

    /** The first one where they are not compatible. */
    Type of(Type some, Type other) {
        if (!compatibility.compatible(some, other)) {
            return some;
        }
        return switch (some.stripped()) {
            case Type.Array(Type element, ArrayLength length) when other
                    .stripped() instanceof Type.Array(Type of, ArrayLength count) ->
                length.equals(count) && element.equals(of)
                        ? some
                        : new Type.Array(of(element, of), length instanceof ArrayLength.Known ? length : count);
            case Type.Function function when other.stripped() instanceof Type.Function with -> of(some, function, with);
            case Type.Pointer(Type target) when other.stripped() instanceof Type.Pointer(Type to) -> {
                Type both = of(target, to);
                yield both.equals(target) ? some : both.pointer().with(some.qualifiers());
            }
            case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Complex _,Type.Struct _,Type.Enum _,Type.Pointer _,Type.Array _,Type.Function _,Type.Vector _,Type.Qualified _,Type.Named _,Type.BitField _,Type.Nullptr _,Type.Unknown _ ->
                some;
        };
    }

    private Type of(Type named, Type.Function some, Type.Function other) {
        if (!some.hasPrototype()) {
            return other;
        }
        if (!other.hasPrototype() || some.equals(other)) {
            return named;
        }
        List<Type> parameters = new ArrayList<>();
        for (int i = 0; i < some.parameters().size(); i++) {
            parameters.add(of(some.parameters().get(i), other.parameters().get(i)));
        }
        return new Type.Function(of(some.result(), other.result()), parameters, some.isVariadic(), true);
    }
}
