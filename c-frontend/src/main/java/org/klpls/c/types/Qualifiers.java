package org.klpls.c.types;

import java.util.EnumSet;
import java.util.Set;
import org.klpls.c.ast.Qualifier;

/** Qualifiers of types: where they are, and how they are put on and taken off. */
final class Qualifiers {
    private Qualifiers() {}

    static Set<Qualifier> of(Type type) {
        return switch (type) {
            case Type.Named named -> of(named.meaning());
            case Type.Qualified(Type inner, Set<Qualifier> own) -> union(own, of(inner));
            case Type.Array array -> of(array.element());
            case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Complex _,Type.Struct _,Type.Enum _,Type.Pointer _,Type.Function _,Type.Vector _,Type.BitField _,Type.Nullptr _,Type.Unknown _ ->
                Set.of();
        };
    }

    static Type without(Type type) {
        return switch (type) {
            case Type.Qualified qualified -> without(qualified.type());
            case Type.Named named when !of(named.meaning()).isEmpty() -> without(named.meaning());
            case Type.Array(Type element, ArrayLength length) when !of(element).isEmpty() ->
                new Type.Array(without(element), length);
            case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Complex _,Type.Struct _,Type.Enum _,Type.Pointer _,Type.Array _,Type.Function _,Type.Vector _,Type.Named _,Type.BitField _,Type.Nullptr _,Type.Unknown _ ->
                type;
        };
    }

    /** C11 6.7.3p9: an array's qualifiers are its elements', a function has none. */
    static Type with(Type type, Set<Qualifier> more) {
        if (more.isEmpty()) {
            return type;
        }
        return switch (type) {
            case Type.Qualified(Type inner, Set<Qualifier> own) -> new Type.Qualified(inner, union(own, more));
            case Type.Array(Type element, ArrayLength length) -> new Type.Array(with(element, more), length);
            case Type.Named named when named.stripped() instanceof Type.Array array -> with(array, more);
            case Type.Function _,Type.Unknown _ -> type;
            case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Complex _,Type.Struct _,Type.Enum _,Type.Pointer _,Type.Vector _,Type.Named _,Type.BitField _,Type.Nullptr _ ->
                new Type.Qualified(type, more);
        };
    }

    private static Set<Qualifier> union(Set<Qualifier> some, Set<Qualifier> more) {
        if (some.containsAll(more)) {
            return some;
        }
        if (some.isEmpty()) {
            return more;
        }
        EnumSet<Qualifier> all = EnumSet.copyOf(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
