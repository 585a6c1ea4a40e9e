package org.klpls.c.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.klpls.c.ast.Qualifier;

/** Types as C writes them: what is derived stands around the name, inside out. */
final class TypeText {
    /** Typedefs can nest a type so that its text doubles with each. */
    private static final int LONGEST = 1 << 14;

    private TypeText() {}

    static String of(Type type) {
        return around(type, "");
    }

    /** A declaration of this name: {@code int (*f)(void)}. */
    static String around(Type type, String declarator) {
        if (declarator.length() > LONGEST) {
            return declarator;
        }
        return switch (type) {
            case Type.Pointer(Type target) -> around(target, pointed(target, "*", declarator));
            case Type.Qualified(Type.Pointer(Type target), Set<Qualifier> qualifiers) ->
                around(target, pointed(target, "*" + words(qualifiers), spaced(declarator)));
            case Type.Qualified(Type inner, Set<Qualifier> qualifiers) ->
                words(qualifiers) + " " + around(inner, declarator);
            case Type.Array(Type element, ArrayLength length) -> around(element, declarator + brackets(length));
            case Type.Function f -> around(f.result(), declarator + parameters(f));
            case Type.BitField(Type declared, int _) -> around(declared, declarator);
            case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Complex _,Type.Struct _,Type.Enum _,Type.Vector _,Type.Named _,Type.Nullptr _,Type.Unknown _ ->
                base(type) + spaced(declarator);
        };
    }

    private static String base(Type type) {
        return switch (type) {
            case Type.Void _ -> "void";
            case Type.Int(IntKind kind) -> kind.text();
            case Type.BitInt(int bits, boolean signed) -> (signed ? "" : "unsigned ") + "_BitInt(" + bits + ")";
            case Type.Real(RealKind kind) -> kind.text();
            case Type.Complex(Type part) -> "_Complex " + of(part);
            case Type.Struct(RecordTag tag) -> tag.text();
            case Type.Enum(EnumTag tag) -> tag.text();
            case Type.Named named -> named.name();
            case Type.Nullptr _ -> "nullptr_t";
            case Type.Vector(Type element, long size) -> of(element) + " __attribute__((vector_size(" + size + ")))";
            case Type.Unknown _ -> "<unknown>";
            case Type.Pointer _,Type.Qualified _,Type.Array _,Type.Function _,Type.BitField _ ->
                throw new IllegalArgumentException("written around a declarator");
        };
    }

    private static String pointed(Type target, String star, String declarator) {
        String inner = star + declarator;
        return target instanceof Type.Array || target instanceof Type.Function ? "(" + inner + ")" : inner;
    }

    private static String spaced(String declarator) {
        boolean tight = declarator.isEmpty() || declarator.startsWith(" ") || declarator.startsWith("[");
        return tight ? declarator : " " + declarator;
    }

    private static String words(Set<Qualifier> qualifiers) {
        return String.join(" ", qualifiers.stream().sorted().map(TypeText::word).toList());
    }

    private static String word(Qualifier qualifier) {
        return switch (qualifier) {
            case CONST, VOLATILE, RESTRICT -> qualifier.name().toLowerCase(Locale.ROOT);
            case ATOMIC -> "_Atomic";
            case SEG_GS -> "__seg_gs";
            case SEG_FS -> "__seg_fs";
        };
    }

    private static String brackets(ArrayLength length) {
        return switch (length) {
            case ArrayLength.Known(long count) -> "[" + count + "]";
            case ArrayLength.Unspecified _ -> "[]";
            case ArrayLength.AtRunTime _ -> "[*]";
        };
    }

    private static String parameters(Type.Function function) {
        if (!function.hasPrototype()) {
            return "()";
        }
        List<String> texts = new ArrayList<>();
        int length = 0;
        for (Type parameter : function.parameters()) {
            texts.add(length > LONGEST ? "" : of(parameter));
            length += texts.getLast().length();
        }
        if (function.isVariadic()) {
            texts.add("...");
        }
        return "(" + (texts.isEmpty() ? "void" : String.join(", ", texts)) + ")";
    }
}
