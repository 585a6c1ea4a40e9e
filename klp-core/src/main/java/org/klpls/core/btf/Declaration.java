package org.klpls.core.btf;

import java.util.ArrayList;
import java.util.List;

/** Renders a type of BTF as C declares it. */
final class Declaration {
    private final BtfTypes types;
    private final boolean parameterNames;

    /** @param parameterNames whether parameters of the outermost function are named */
    Declaration(BtfTypes types, boolean parameterNames) {
        this.types = types;
        this.parameterNames = parameterNames;
    }

    /** {@code declarator} declared with that type; an empty one gives the type's own name. */
    String of(int id, String declarator) {
        return of(id, declarator, 0);
    }

    private String of(int id, String declarator, int depth) {
        if (depth > BtfTypes.DEEPEST) {
            return joined("?", declarator);
        }
        return switch (types.kind(id)) {
            case UNKN -> joined("void", declarator);
            case INT, FLOAT, TYPEDEF, VAR -> joined(types.name(id), declarator);
            case STRUCT -> joined(tagged("struct", id), declarator);
            case UNION -> joined(tagged("union", id), declarator);
            case FWD -> joined(tagged(types.flag(id) ? "union" : "struct", id), declarator);
            case ENUM, ENUM64 -> joined(tagged("enum", id), declarator);
            case PTR -> pointer(id, "*" + declarator, depth);
            case CONST -> qualified("const", id, declarator, depth);
            case VOLATILE -> qualified("volatile", id, declarator, depth);
            case RESTRICT -> qualified("restrict", id, declarator, depth);
            case ARRAY -> of(types.wordAsId(id, 0), declarator + "[" + arrayLength(id) + "]", depth + 1);
            case FUNC_PROTO -> of(types.target(id), declarator + parameters(id, depth), depth + 1);
            case FUNC, DATASEC, DECL_TAG, TYPE_TAG -> of(types.target(id), declarator, depth + 1);
        };
    }

    private String arrayLength(int id) {
        return types.word(id, 2) == 0 ? "" : Long.toString(types.word(id, 2));
    }

    private String tagged(String keyword, int id) {
        String name = types.name(id);
        return name.isEmpty() ? keyword + " {...}" : keyword + " " + name;
    }

    private String pointer(int id, String declarator, int depth) {
        int target = types.target(id);
        Kind pointed = types.kind(target);
        boolean binds = pointed == Kind.ARRAY || pointed == Kind.FUNC_PROTO;
        return of(target, binds ? "(" + declarator + ")" : declarator, depth + 1);
    }

    /** A qualifier stands before what it qualifies, but behind the star of a pointer. */
    private String qualified(String word, int id, String declarator, int depth) {
        int target = types.target(id);
        if (types.kind(target) == Kind.PTR) {
            return pointer(target, "*" + joined(" " + word, declarator), depth + 1);
        }
        return word + " " + of(target, declarator, depth + 1);
    }

    private String parameters(int proto, int depth) {
        int count = types.vlen(proto);
        if (count == 0) {
            return "(void)";
        }
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int type = types.wordAsId(proto, 2 * i + 1);
            boolean variadic = i == count - 1 && types.word(proto, 2 * i + 1) == BtfTypes.VOID;
            String name = parameterNames && depth == 0 ? types.string(types.word(proto, 2 * i)) : "";
            parameters.add(variadic ? "..." : of(type, name, depth + 1));
        }
        return "(" + String.join(", ", parameters) + ")";
    }

    private static String joined(String base, String declarator) {
        return declarator.isEmpty() ? base : base + " " + declarator;
    }
}
