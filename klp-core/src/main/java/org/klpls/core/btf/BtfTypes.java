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
    private final int[] offsets;
    private final boolean truncated;

    private BtfTypes(ElfBytes types, ElfBytes strings, int[] offsets, boolean truncated) {
        this.types = types;
        this.strings = strings;
        this.offsets = offsets;
        this.truncated = truncated;
    }

    static BtfTypes read(ElfBytes types, ElfBytes strings) {
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
        return new BtfTypes(types, strings, Arrays.copyOf(offsets, count), at != types.size());
    }

    /** Whether the types end before their section does. */
    boolean isTruncated() {
        return truncated;
    }

    /** One more than the last id. */
    int count() {
        return offsets.length;
    }

    boolean has(int id) {
        return id > VOID && id < offsets.length;
    }

    /** UNKN for void and for ids that are not there. */
    Kind kind(int id) {
        return has(id) ? Kind.at((int) (types.u32(offsets[id] + 4L) >> 24) & 0x1f) : Kind.UNKN;
    }

    int vlen(int id) {
        return (int) types.u32(offsets[id] + 4L) & 0xffff;
    }

    /** kind_flag: for structs, that offsets hold the size of bit-fields too; for FWD, that it is a union. */
    boolean flag(int id) {
        return types.s32(offsets[id] + 4L) < 0;
    }

    String name(int id) {
        return string(types.u32(offsets[id]));
    }

    /** size, of INT, STRUCT, UNION, ENUM, FLOAT. */
    long size(int id) {
        return types.u32(offsets[id] + 8L);
    }

    /** type, of PTR, TYPEDEF, FUNC and the like; an id that is not there is void's. */
    int target(int id) {
        return id(offsets[id] + 8L);
    }

    /** The i-th number of 4 bytes behind the common part. */
    long word(int id, int i) {
        return types.u32(offsets[id] + COMMON + 4L * i);
    }

    /** The same, as the id of a type. */
    int wordAsId(int id, int i) {
        return id(offsets[id] + COMMON + 4L * i);
    }

    private int id(long at) {
        int id = types.s32(at);
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
