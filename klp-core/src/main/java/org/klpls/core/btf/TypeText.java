package org.klpls.core.btf;

/**
 * Renders a struct, union, enum or typedef as C defines it, with the place and size of each member: in bytes, and behind a
 * colon the first bit of a bit-field.
 */
final class TypeText {
    /** The most lines of one type: lying types could unfold without end. */
    private static final int MOST_LINES = 1 << 16;
    private static final int COMMENT_COLUMN = 48;

    private final BtfTypes types;
    private final StringBuilder text = new StringBuilder();
    private int lines;

    private TypeText(BtfTypes types) {
        this.types = types;
    }

    static String of(BtfTypes types, int id) {
        TypeText out = new TypeText(types);
        switch (types.kind(id)) {
            case STRUCT, UNION -> {
                out.record(id, 0, 0, 0);
                out.end(0, ";", types.size(id) + " bytes");
            }
            case ENUM, ENUM64 -> {
                out.enumeration(id, 0);
                out.end(0, ";", types.size(id) + " bytes");
            }
            case TYPEDEF -> out.text.append("typedef ")
                    .append(new Declaration(types, false).of(types.target(id), types.name(id))).append(";\n");
            case UNKN, INT, PTR, ARRAY, FWD, VOLATILE, CONST, RESTRICT, FUNC, FUNC_PROTO, VAR, DATASEC, FLOAT, DECL_TAG,
                    TYPE_TAG ->
                out.text.append(new Declaration(types, false).of(id, "")).append(";\n");
        }
        return out.text.toString();
    }

    private String keyword(int id) {
        return types.kind(id) == Kind.UNION ? "union" : "struct";
    }

    /** All but what follows the closing brace. */
    private void record(int id, long baseBits, int indent, int depth) {
        String name = types.name(id);
        text.append("\t".repeat(indent)).append(keyword(id)).append(name.isEmpty() ? "" : " " + name).append(" {\n");
        for (int i = 0; i < types.vlen(id) && lines < MOST_LINES; i++, lines++) {
            member(id, i, baseBits, indent + 1, depth);
        }
        text.append("\t".repeat(indent)).append('}');
    }

    private void member(int id, int i, long baseBits, int indent, int depth) {
        String name = types.string(types.word(id, 3 * i));
        int type = types.wordAsId(id, 3 * i + 1);
        long word = types.word(id, 3 * i + 2);
        // With kind_flag the upper 8 bits are the size of a bit-field.
        long bits = baseBits + (types.flag(id) ? word & 0xffffff : word);
        long width = types.flag(id) ? word >>> 24 : 0;
        long size = types.sizeOf(type);
        Element element = Element.of(types, type);
        if (element.isAnonymous(types) && depth < BtfTypes.DEEPEST) {
            unfold(element.type(), bits, indent, depth + 1);
            String declarator = name + element.dimensions();
            end(indent, (declarator.isEmpty() ? "" : " " + declarator) + ";", bits / 8 + " " + size);
            return;
        }
        String declaration = "\t".repeat(indent) + new Declaration(types, false).of(type, name)
                + (width > 0 ? ":" + width : "") + ";";
        text.append(declaration);
        long unit = Math.max(1, size) * 8;
        comment(declaration.length() + 7 * indent, width > 0
                ? bits / unit * size + ":" + bits % unit + " " + size
                : bits / 8 + " " + size);
    }

    private void unfold(int id, long bits, int indent, int depth) {
        Kind kind = types.kind(id);
        if (kind == Kind.ENUM || kind == Kind.ENUM64) {
            enumeration(id, indent);
        } else {
            record(id, bits, indent, depth);
        }
    }

    private void end(int indent, String closing, String comment) {
        text.append(closing);
        comment(1 + closing.length() + 8 * indent, comment);
    }

    private void comment(int column, String words) {
        text.append(" ".repeat(Math.max(1, COMMENT_COLUMN - column))).append("/* ").append(words).append(" */\n");
    }

    /** All but what follows the closing brace. */
    private void enumeration(int id, int indent) {
        String name = types.name(id);
        text.append("\t".repeat(indent)).append("enum").append(name.isEmpty() ? "" : " " + name).append(" {\n");
        boolean wide = types.kind(id) == Kind.ENUM64;
        int width = wide ? 3 : 2;
        for (int i = 0; i < types.vlen(id) && lines < MOST_LINES; i++, lines++) {
            long low = types.word(id, width * i + 1);
            long value = wide ? low | types.word(id, width * i + 2) << 32 : types.flag(id) ? (int) low : low;
            text.append("\t".repeat(indent + 1)).append(types.string(types.word(id, width * i))).append(" = ")
                    .append(value).append(",\n");
        }
        text.append("\t".repeat(indent)).append('}');
    }

    /** What an array consists of, and its dimensions; of another type itself. */
    private record Element(int type, String dimensions) {
        static Element of(BtfTypes types, int type) {
            StringBuilder dimensions = new StringBuilder();
            int element = type;
            for (int depth = 0; depth < BtfTypes.DEEPEST && types.kind(element) == Kind.ARRAY; depth++) {
                long length = types.word(element, 2);
                dimensions.append('[').append(length == 0 ? "" : Long.toString(length)).append(']');
                element = types.wordAsId(element, 0);
            }
            return new Element(element, dimensions.toString());
        }

        boolean isAnonymous(BtfTypes types) {
            return switch (types.kind(type)) {
                case STRUCT, UNION, ENUM, ENUM64 -> types.name(type).isEmpty();
                case UNKN, INT, PTR, ARRAY, FWD, TYPEDEF, VOLATILE, CONST, RESTRICT, FUNC, FUNC_PROTO, VAR, DATASEC,
                        FLOAT, DECL_TAG, TYPE_TAG ->
                    false;
            };
        }
    }
}
