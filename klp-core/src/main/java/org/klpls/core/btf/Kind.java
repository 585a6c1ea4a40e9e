package org.klpls.core.btf;

import java.util.Optional;

/** BTF_KIND_*: by number, with the bytes that follow a type of that kind. Source: include/uapi/linux/btf.h, v6.1. */
enum Kind {
    UNKN(0, 0), INT(4, 0), PTR(0, 0), ARRAY(12, 0), STRUCT(0, 12), UNION(0, 12), ENUM(0, 8), FWD(0, 0), TYPEDEF(0,
            0),
    VOLATILE(0, 0), CONST(0, 0), RESTRICT(0, 0), FUNC(0, 0), FUNC_PROTO(0, 8), VAR(4, 0), DATASEC(0,
            12),
    FLOAT(0, 0), DECL_TAG(4, 0), TYPE_TAG(0, 0), ENUM64(0, 12);

    private static final Kind[] ALL = values();

    private final int fixed;
    private final int each;

    Kind(int fixed, int each) {
        this.fixed = fixed;
        this.each = each;
    }

    /** Empty for a kind that came after v6.1: what follows it cannot be told. */
    static Optional<Kind> of(int number) {
        return number > 0 && number < ALL.length ? Optional.of(ALL[number]) : Optional.empty();
    }

    /** Bytes after the common part of a type with {@code vlen} members, values or parameters. */
    int following(int vlen) {
        return fixed + each * vlen;
    }
}
