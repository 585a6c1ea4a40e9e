package org.klpls.core.btf;

import org.klpls.core.elf.ElfBytes;

/**
 * Finds types by name: a hash table of ids, in 4 bytes a slot, 0 where a slot is empty. Types of one name take one slot
 * each. Made once, and then kept beside the types, so that nothing need be read through to find one.
 */
final class BtfNames {
    private final BtfTypes types;
    private final ElfBytes slots;

    /** @param slots as {@link #slots} makes them; their number is a power of two */
    BtfNames(BtfTypes types, ElfBytes slots) {
        this.types = types;
        this.slots = slots;
    }

    /** A table of all functions, structs, unions, enums and typedefs that have a name; of a module its own only. */
    static int[] slots(BtfTypes types) {
        int named = 0;
        for (int id = types.first(); id < types.count(); id++) {
            named += isListed(types, id) ? 1 : 0;
        }
        int[] slots = new int[Integer.highestOneBit(Math.max(named, 8)) * 4];
        for (int id = types.first(); id < types.count(); id++) {
            if (isListed(types, id)) {
                int slot = types.name(id).hashCode() * 0x9e3779b1 >>> 7 & (slots.length - 1);
                while (slots[slot] != 0) {
                    slot = slot + 1 & (slots.length - 1);
                }
                slots[slot] = id;
            }
        }
        return slots;
    }

    private static boolean isListed(BtfTypes types, int id) {
        return switch (types.kind(id)) {
            case FUNC, STRUCT, UNION, ENUM, ENUM64, TYPEDEF -> types.hasName(id);
            case UNKN, INT, PTR, ARRAY, FWD, VOLATILE, CONST, RESTRICT, FUNC_PROTO, VAR, DATASEC, FLOAT, DECL_TAG,
                    TYPE_TAG ->
                false;
        };
    }

    /** The ids of the types of this name, ascending. */
    int[] named(String name) {
        int count = (int) (slots.size() / Integer.BYTES);
        int[] found = new int[0];
        int slot = name.hashCode() * 0x9e3779b1 >>> 7 & (count - 1);
        for (int tries = 0; tries < count && !name.isEmpty(); tries++) {
            int id = slots.s32((long) slot * Integer.BYTES);
            if (id == 0) {
                break;
            }
            if (types.has(id) && types.name(id).equals(name)) {
                found = java.util.Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = id;
            }
            slot = slot + 1 & (count - 1);
        }
        return found;
    }
}
