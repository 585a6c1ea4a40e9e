package org.klpls.c.types;

import java.util.Optional;

/** C11 6.3: what values become before anything is done with them. */
final class Conversions {
    private final FileScope file;

    Conversions(FileScope file) {
        this.file = file;
    }

    /** An array is a pointer to its first element, a function a pointer to itself; a value has no qualifiers. */
    static Type decayed(Type type) {
        return switch (type.stripped()) {
            case Type.Array(Type element, ArrayLength _) -> element.pointer();
            case Type.Function _ -> type.pointer();
            case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Complex _,Type.Struct _,Type.Enum _,Type.Pointer _,Type.Vector _,Type.Qualified _,Type.Named _,Type.BitField _,Type.Nullptr _,Type.Unknown _ ->
                type.unqualified();
        };
    }

    /** Bits that count, of an integer type by whatever name; empty for all others. */
    Optional<Width> width(Type type) {
        return switch (type.stripped()) {
            case Type.Int(IntKind kind) -> Optional.of(width(kind));
            case Type.BitInt(int bits, boolean signed) -> Optional.of(new Width(bits, signed));
            case Type.Enum(EnumTag tag) -> file.tags().definition(tag).flatMap(it -> width(it.underlying()));
            case Type.BitField(Type declared, int bits) -> width(declared).map(it -> new Width(bits, it.isSigned()));
            case Type.Void _,Type.Real _,Type.Complex _,Type.Struct _,Type.Pointer _,Type.Array _,Type.Function _,Type.Vector _,Type.Qualified _,Type.Named _,Type.Nullptr _,Type.Unknown _ ->
                Optional.empty();
        };
    }

    private Width width(IntKind kind) {
        return kind == IntKind.BOOL
                ? new Width(1, false)
                : new Width(kind.bits(), kind == IntKind.CHAR ? file.target().charIsSigned() : kind.isSigned());
    }

    /** The integer promotions. A wide bit-field keeps its width, as in gcc; a _BitInt is never promoted. */
    Type promoted(Type type) {
        Type plain = type.stripped();
        Optional<Width> width = width(plain);
        if (width.isEmpty()) {
            return type;
        }
        boolean fits = width.get().bits() < 32 || width.get().bits() == 32 && width.get().isSigned();
        return switch (plain) {
            case Type.BitInt _ -> type;
            case Type.BitField(Type declared, int _) when declared.stripped() instanceof Type.BitInt ->
                declared.unqualified();
            case Type.BitField(Type declared, int bits) -> fits
                    ? Types.INT
                    : bits == 32 ? Types.UNSIGNED_INT : bits == 64 ? promoted(declared) : plain;
            case Type.Enum(EnumTag tag) ->
                file.tags().definition(tag).map(it -> promoted(it.underlying())).orElse(type);
            case Type.Void _,Type.Int _,Type.Real _,Type.Complex _,Type.Struct _,Type.Pointer _,Type.Array _,Type.Function _,Type.Vector _,Type.Qualified _,Type.Named _,Type.Nullptr _,Type.Unknown _ ->
                width.get().bits() < 32 ? Types.INT : type;
        };
    }

    /** The usual arithmetic conversions. Source: gcc 12 c/c-typeck.cc c_common_type(). */
    Type common(Type some, Type other) {
        Type a = promoted(some.unqualified());
        Type b = promoted(other.unqualified());
        Type left = a.stripped();
        Type right = b.stripped();
        if (left instanceof Type.Unknown || right instanceof Type.Unknown) {
            return Types.UNKNOWN;
        }
        if (left instanceof Type.Vector || right instanceof Type.Vector) {
            return left instanceof Type.Vector ? a : b;
        }
        if (left instanceof Type.Complex || right instanceof Type.Complex) {
            return new Type.Complex(common(part(left), part(right)));
        }
        if (left instanceof Type.Real(RealKind kind)) {
            return right instanceof Type.Real(RealKind than) && than.rank() > kind.rank() ? b : a;
        }
        if (right instanceof Type.Real) {
            return b;
        }
        return commonInteger(a, b);
    }

    private static Type part(Type type) {
        return type instanceof Type.Complex(Type part) ? part : type;
    }

    private Type commonInteger(Type a, Type b) {
        Optional<Width> left = width(a);
        Optional<Width> right = width(b);
        if (left.isEmpty() || right.isEmpty()) {
            return Types.UNKNOWN;
        }
        int difference = left.get().bits() - right.get().bits();
        if (difference != 0) {
            return difference > 0 ? a : b;
        }
        boolean unsigned = !left.get().isSigned() || !right.get().isSigned();
        if (a.stripped() instanceof Type.BitInt || b.stripped() instanceof Type.BitInt) {
            return withBitInt(a, b, unsigned);
        }
        int rank = Math.max(rank(a), rank(b));
        Type higher = rank(a) == rank ? a : b;
        if (rank >= IntKind.LONG.rank() && higher.stripped() instanceof Type.Int(IntKind kind)) {
            boolean asItIs = unsigned == !kind.isSigned();
            return asItIs ? higher : new Type.Int(kind.unsigned());
        }
        return left.get().isSigned() ? b : a;
    }

    /** C23 6.3.1.1p1: of two types as wide the other one ranks higher. */
    private static Type withBitInt(Type a, Type b, boolean unsigned) {
        Type higher = a.stripped() instanceof Type.BitInt ? b : a;
        return switch (higher.stripped()) {
            case Type.Int(IntKind kind) when unsigned && kind.isSigned() -> new Type.Int(kind.unsigned());
            case Type.BitInt(int bits, boolean signed) when unsigned && signed -> new Type.BitInt(bits, false);
            case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Complex _,Type.Struct _,Type.Enum _,Type.Pointer _,Type.Array _,Type.Function _,Type.Vector _,Type.Qualified _,Type.Named _,Type.BitField _,Type.Nullptr _,Type.Unknown _ ->
                higher;
        };
    }

    private static int rank(Type type) {
        return type.stripped() instanceof Type.Int(IntKind kind) ? kind.rank() : IntKind.INT.rank();
    }
}
