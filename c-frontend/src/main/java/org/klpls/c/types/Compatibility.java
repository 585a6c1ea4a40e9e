package org.klpls.c.types;

import java.util.List;

/** C11 6.2.7: which types may stand for each other. Source: gcc 12 c/c-typeck.cc comptypes_internal(). */
public final class Compatibility {
    private final FileScope file;

    Compatibility(FileScope file) {
        this.file = file;
    }

    /** As {@code __builtin_types_compatible_p} has it: qualifiers at the top do not count. */
    public boolean ignoringQualifiers(Type some, Type other) {
        return compatible(some.unqualified(), other.unqualified());
    }

    public boolean compatible(Type some, Type other) {
        if (!some.qualifiers().equals(other.qualifiers())) {
            return false;
        }
        Type a = some.stripped();
        Type b = other.stripped();
        if (a instanceof Type.Enum != b instanceof Type.Enum) {
            return integer(a).equals(integer(b));
        }
        return switch (a) {
            case Type.Pointer(Type target) -> b instanceof Type.Pointer(Type to) && compatible(target, to);
            case Type.Array(Type element, ArrayLength length) ->
                b instanceof Type.Array(Type of, ArrayLength count) && fit(length, count) && compatible(element, of);
            case Type.Function function -> b instanceof Type.Function with && functions(function, with);
            case Type.Vector(Type element, long size) ->
                b instanceof Type.Vector(Type of, long bytes) && size == bytes && compatible(element, of);
            case Type.Unknown _ -> false;
            case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Complex _,Type.Struct _,Type.Enum _,Type.Qualified _,Type.Named _,Type.BitField _,Type.Nullptr _ ->
                a.equals(b);
        };
    }

    private Type integer(Type type) {
        return type instanceof Type.Enum(EnumTag tag)
                ? file.tags().definition(tag).map(EnumDefinition::underlying).map(Type::stripped).orElse(type)
                : type;
    }

    private static boolean fit(ArrayLength some, ArrayLength other) {
        boolean known = some instanceof ArrayLength.Known && other instanceof ArrayLength.Known;
        return !known || some.equals(other);
    }

    private boolean functions(Type.Function some, Type.Function other) {
        if (!compatible(some.result(), other.result())) {
            return false;
        }
        if (!some.hasPrototype() || !other.hasPrototype()) {
            return unpromoted(some) && unpromoted(other);
        }
        if (some.isVariadic() != other.isVariadic() || some.parameters().size() != other.parameters().size()) {
            return false;
        }
        for (int i = 0; i < some.parameters().size(); i++) {
            if (!ignoringQualifiers(some.parameters().get(i), other.parameters().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a call without a prototype passes these parameters as they are. */
    private boolean unpromoted(Type.Function function) {
        Conversions conversions = new Conversions(file);
        List<Type> parameters = function.parameters();
        return !function.isVariadic() && parameters.stream().map(Type::unqualified)
                .allMatch(it -> !(it.stripped() instanceof Type.Int) || compatible(it, conversions.promoted(it)))
                && parameters.stream().noneMatch(it -> it.stripped().equals(new Type.Real(RealKind.FLOAT)));
    }

    /** Whether a pointer to one may be given for a pointer to the other, but for qualifiers. */
    boolean targets(Type some, Type other) {
        return ignoringQualifiers(some, other);
    }
}
