package org.klpls.core.btf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A {@code .BTF} section with a type or two of each kind, written as the kernel's build lays one out. Types count from 1. */
public final class SmallBtf {
    private static final int HEADER = 24;
    private static final int KIND_FLAG = 1 << 31;

    private final ByteBuffer types = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();

    private SmallBtf() {
        strings.write(0);
    }

    /** kfree() and show() with their prototypes; struct klp_func, a list that leads to itself, bit-fields and the rest. */
    public static byte[] bytes() {
        SmallBtf btf = new SmallBtf();
        btf.type("int", Kind.INT, 0, 4, 32);
        btf.type("", Kind.PTR, 0, 0);
        btf.type("", Kind.ARRAY, 0, 0, 1, 1, 4);
        btf.type("klp_func", Kind.STRUCT, 3, 24, btf.name("old_name"), 2, 0, 0, 5, 64, btf.name("list"), 20, 64);
        btf.type("", Kind.UNION, 2, 8, btf.name("sympos"), 1, 0, btf.name("new_func"), 2, 0);
        btf.type("state", Kind.ENUM, 2, 4, btf.name("OFF"), 0, btf.name("ON"), 1);
        btf.type("module", Kind.FWD, 0, 0);
        btf.type("atomic_t", Kind.TYPEDEF, 0, 1);
        btf.type("", Kind.VOLATILE, 0, 8);
        btf.type("", Kind.CONST, 0, 9);
        btf.type("", Kind.RESTRICT, 0, 2);
        btf.type("", Kind.FUNC_PROTO, 2, 0, btf.name("objp"), 11, 0, 0);
        btf.type("kfree", Kind.FUNC, 1, 12);
        btf.type("show", Kind.FUNC, 0, 12);
        btf.type("jiffies", Kind.VAR, 0, 1, 1);
        btf.type(".data", Kind.DATASEC, 1, 8, 15, 0, 8);
        btf.type("double", Kind.FLOAT, 0, 8);
        btf.type("tag", Kind.DECL_TAG, 0, 13, -1);
        btf.type("user", Kind.TYPE_TAG, 0, 1);
        btf.type("list_head", Kind.STRUCT, 1, 8, btf.name("next"), 21, 0);
        btf.type("", Kind.PTR, 0, 20);
        btf.type("wide", Kind.ENUM64, 1, 8, btf.name("MOST"), -1, -1);
        btf.bitFields();
        return btf.build();
    }

    private void bitFields() {
        types.putInt(name("flags")).putInt(KIND_FLAG | Kind.STRUCT.ordinal() << 24 | 2).putInt(4);
        types.putInt(name("live")).putInt(1).putInt(1 << 24);
        types.putInt(name("rest")).putInt(1).putInt(31 << 24 | 1);
    }

    private void type(String name, Kind kind, int vlen, int sizeOrType, int... following) {
        types.putInt(name(name)).putInt(kind.ordinal() << 24 | vlen).putInt(sizeOrType);
        for (int word : following) {
            types.putInt(word);
        }
    }

    private int name(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int at = strings.size();
        strings.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        strings.write(0);
        return at;
    }

    private byte[] build() {
        int length = types.position();
        return ByteBuffer.allocate(HEADER + length + strings.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0xeb9f)
                .put((byte) 1)
                .put((byte) 0)
                .putInt(HEADER)
                .putInt(0)
                .putInt(length)
                .putInt(length)
                .putInt(strings.size())
                .put(types.array(), 0, length)
                .put(strings.toByteArray())
                .array();
    }
}
