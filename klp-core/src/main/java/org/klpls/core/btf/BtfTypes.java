package org.klpls.core.btf;

import java.util.Arrays;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/** The types of a BTF section by id, from 1; 0 is void. A view over the bytes and where each type begins. */
final class BtfTypes {
    static final int VOID = 0;
    private static final int COMMON = 12;
    private static final int MOST = 1 << 24;
    /** How deep types are followed: deeper ones are taken for a circle that lies. */
    static final int DEEPEST = 64;

    private final ElfBytes types;
    private final ElfBytes strings;
    private final ElfBytes offsets;

    /** @param offsets as {@link #offsets} makes them */
    BtfTypes(ElfBytes types, ElfBytes strings, ElfBytes offsets) {
        this.types = types;
        this.strings = strings;
        this.offsets = offsets;
    }

    /**
     * Where each type begins, by id. Types end where the section does, or before the first one that lies about its
     * bounds or is of a kind that came after v6.1.
     */
    static int[] offsets(ElfBytes types) {
        int[] offsets = new int[1 << 12];
        int count = 1;
        long at = 0;
        while (types.holds(at, COMMON) && count < MOST) {
            long info = types.u32(at + 4);
            Optional<Kind> kind = Kind.of((int) (info >> 24) & 0x1f);
            if (kind.isEmpty() || !types.holds(at + COMMON, kind.get().following((int) info & 0xffff))) {
                break;
            }
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, count * 2);
            }
            offsets[count++] = (int) at;
            at += COMMON + kind.get().following((int) info & 0xffff);
        }
        return Arrays.copyOf(offsets, count);
    }

    /** One more than the last id. */
    int count() {
        return (int) (offsets.size() / Integer.BYTES);
    }

    boolean has(int id) {
        return id > VOID && id < count() && types.holds(offset(id), COMMON);
    }

    private long offset(int id) {
        return offsets.s32((long) id * Integer.BYTES);
    }

    boolean hasName(int id) {
        return types.u32(offset(id)) != 0;
    }

    /** UNKN for void and for ids that are not there. */
    Kind kind(int id) {
        return has(id) ? Kind.of((int) (types.u32(offset(id) + 4) >> 24) & 0x1f).orElse(Kind.UNKN) : Kind.UNKN;
    }

    int vlen(int id) {
        return (int) types.u32(offset(id) + 4) & 0xffff;
    }

    /** kind_flag: for structs, that offsets hold the size of bit-fields too; for FWD, that it is a union. */
    boolean flag(int id) {
        return types.s32(offset(id) + 4) < 0;
    }

    String name(int id) {
        return string(types.u32(offset(id)));
    }

    /** size, of INT, STRUCT, UNION, ENUM, FLOAT. */
    long size(int id) {
        return types.u32(offset(id) + 8);
    }

    /** type, of PTR, TYPEDEF, FUNC and the like; an id that is not there is void's. */
    int target(int id) {
        return id(offset(id) + 8);
    }

    /** The i-th number of 4 bytes behind the common part. */
    long word(int id, int i) {
        long at = offset(id) + COMMON + 4L * i;
        return types.holds(at, Integer.BYTES) ? types.u32(at) : 0;
    }

    /** The same, as the id of a type. */
    int wordAsId(int id, int i) {
        return id(offset(id) + COMMON + 4L * i);
    }

    private int id(long at) {
        int id = types.holds(at, Integer.BYTES) ? types.s32(at) : VOID;
        return has(id) ? id : VOID;
    }

    String string(long offset) {
        return strings.cString(offset).orElse("");
    }

    /** Bytes of a value of this type; 0 where it has none. */
    long sizeOf(int id) {
        long count = 1;
        int at = id;
        for (int depth = 0; depth < DEEPEST && has(at); depth++) {
            switch (kind(at)) {
                case INT, STRUCT, UNION, ENUM, ENUM64, FLOAT, DATASEC -> {
                    return times(count, size(at));
                }
                case PTR -> {
                    return times(count, Long.BYTES);
                }
                case ARRAY -> {
                    count = times(count, word(at, 2));
                    at = wordAsId(at, 0);
                }
                case TYPEDEF, VOLATILE, CONST, RESTRICT, TYPE_TAG, VAR, DECL_TAG -> at = target(at);
                case UNKN, FWD, FUNC, FUNC_PROTO -> {
                    return 0;
                }
            }
        }
        return 0;
    }

    private static long times(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        return high == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
    }
}
