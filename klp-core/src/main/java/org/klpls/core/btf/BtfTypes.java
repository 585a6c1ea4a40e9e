package org.klpls.core.btf;

import java.util.Arrays;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/**
 * The types of a BTF section by id, from 1; 0 is void. A view over the bytes and where each type begins. A module's types
 * (split BTF) go on from those of vmlinux, in ids and in strings. Source: Documentation/bpf/btf.rst, v6.12.
 */
final class BtfTypes {
    static final int VOID = 0;
    private static final int COMMON = 12;
    private static final int MOST = 1 << 24;
    /** How deep types are followed: deeper ones are taken for a circle that lies. */
    static final int DEEPEST = 64;

    private final ElfBytes types;
    private final ElfBytes strings;
    private final ElfBytes offsets;
    private final Optional<BtfTypes> base;
    /** The last id of the base. */
    private final int lastOfBase;
    /** Bytes of strings of the base. */
    private final long baseStrings;

    /**
     * @param offsets as {@link #offsets} makes them
     * @param base what these types go on from
     */
    BtfTypes(ElfBytes types, ElfBytes strings, ElfBytes offsets, Optional<BtfTypes> base) {
        this.types = types;
        this.strings = strings;
        this.offsets = offsets;
        this.base = base;
        lastOfBase = base.map(b -> b.count() - 1).orElse(0);
        baseStrings = base.map(b -> b.baseStrings + b.strings.size()).orElse(0L);
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

    ElfBytes offsets() {
        return offsets;
    }

    /** One past the last of these types. */
    static long end(ElfBytes types, int[] offsets) {
        if (offsets.length <= 1) {
            return 0;
        }
        long last = offsets[offsets.length - 1];
        long info = types.u32(last + 4);
        Kind kind = Kind.of((int) (info >> 24) & 0x1f).orElseThrow();
        return last + COMMON + kind.following((int) info & 0xffff);
    }

    /** One more than the last id. */
    int count() {
        return lastOfBase + (int) (offsets.size() / Integer.BYTES);
    }

    /** The first id that is not the base's. */
    int first() {
        return lastOfBase + 1;
    }

    boolean has(int id) {
        return id > VOID && (isOfBase(id)
                ? base.orElseThrow().has(id)
                : id < count() && types.holds(offset(id), COMMON));
    }

    private boolean isOfBase(int id) {
        return base.isPresent() && id <= lastOfBase;
    }

    /** Where a type of our own begins. */
    private long offset(int id) {
        return offsets.s32((long) (id - lastOfBase) * Integer.BYTES);
    }

    /** 4 bytes of a type that is there, from its beginning on; 0 where the section ends before. */
    private long u32(int id, long at) {
        if (isOfBase(id)) {
            return base.orElseThrow().u32(id, at);
        }
        long place = offset(id) + at;
        return types.holds(place, Integer.BYTES) ? types.u32(place) : 0;
    }

    boolean hasName(int id) {
        return u32(id, 0) != 0;
    }

    /** UNKN for void and for ids that are not there. */
    Kind kind(int id) {
        return has(id) ? Kind.of((int) (u32(id, 4) >> 24) & 0x1f).orElse(Kind.UNKN) : Kind.UNKN;
    }

    int vlen(int id) {
        return (int) u32(id, 4) & 0xffff;
    }

    /** kind_flag: for structs, that offsets hold the size of bit-fields too; for FWD, that it is a union. */
    boolean flag(int id) {
        return (int) u32(id, 4) < 0;
    }

    String name(int id) {
        return string(u32(id, 0));
    }

    /** size, of INT, STRUCT, UNION, ENUM, FLOAT. */
    long size(int id) {
        return u32(id, 8);
    }

    /** type, of PTR, TYPEDEF, FUNC and the like; an id that is not there is void's. */
    int target(int id) {
        return known(u32(id, 8));
    }

    /** The i-th number of 4 bytes behind the common part. */
    long word(int id, int i) {
        return u32(id, COMMON + 4L * i);
    }

    /** The same, as the id of a type. */
    int wordAsId(int id, int i) {
        return known(word(id, i));
    }

    private int known(long id) {
        return has((int) id) ? (int) id : VOID;
    }

    /** The type without typedefs and qualifiers; one of them where they have no end. */
    int withoutNames(int id) {
        int at = id;
        for (int depth = 0; depth < DEEPEST && isName(kind(at)); depth++) {
            at = target(at);
        }
        return at;
    }

    private static boolean isName(Kind kind) {
        return switch (kind) {
            case TYPEDEF, VOLATILE, CONST, RESTRICT, TYPE_TAG -> true;
            case UNKN, INT, PTR, ARRAY, STRUCT, UNION, ENUM, ENUM64, FWD, FUNC, FUNC_PROTO, VAR, DATASEC, FLOAT,
                    DECL_TAG ->
                false;
        };
    }

    String string(long offset) {
        return base.isPresent() && offset < baseStrings
                ? base.orElseThrow().string(offset)
                : strings.cString(offset - baseStrings).orElse("");
    }

    /**
     * Whether the names of our own types can be those of this base: each string of it begins behind the end of another one. With
     * the types of another build that is not so for most.
     */
    boolean fitsItsBase() {
        if (base.isEmpty()) {
            return true;
        }
        for (int id = first(); id < count(); id++) {
            long name = u32(id, 0);
            if (name > 0 && name < baseStrings && !base.orElseThrow().isBeginOfString(name)) {
                return false;
            }
        }
        return true;
    }

    private boolean isBeginOfString(long offset) {
        return offset < baseStrings
                ? base.map(b -> b.isBeginOfString(offset)).orElse(true)
                : offset == baseStrings || strings.holds(offset - baseStrings - 1, 1)
                        && strings.u8(offset - baseStrings - 1) == 0;
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
