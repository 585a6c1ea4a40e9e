package org.klpls.core.kernel.index;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/** Makes the blocks of {@link NamedSymbols}, and each symbol's sympos, out of the symbols. */
final class NamedSymbolsWriter {
    private final IndexSymbols symbols;
    /** The pool of names, as an array: all of it is visited. */
    private final byte[] pool;
    private final int mask;
    /** 1 + the group of each slot, or 0. */
    private final int[] slots;
    // By group, in the order in which names are first met.
    private int[] objects = new int[1024];
    private int[] counts = new int[1024];
    private int[] hashes = new int[1024];
    private int[] names = new int[1024];
    private int[] lengths = new int[1024];
    private int groups;

    private NamedSymbolsWriter(IndexSymbols symbols) {
        this.symbols = symbols;
        pool = symbols.pool();
        slots = new int[NameHash.slots(symbols.count())];
        mask = slots.length - 1;
    }

    /** @param most bytes that {@link Block#GROUPS} may take; empty where it takes more */
    static Optional<Map<Block, ElfBytes>> write(IndexSymbols symbols, long most) {
        return new NamedSymbolsWriter(symbols).blocks(Math.min(most, Integer.MAX_VALUE));
    }

    private Optional<Map<Block, ElfBytes>> blocks(long most) {
        int[] groupOf = new int[symbols.count()];
        Column sympos = Column.ofInts(symbols.count());
        for (int object = 0; object < symbols.objects(); object++) {
            int end = symbols.first(object) + symbols.count(object);
            for (int i = symbols.first(object); i < end; i++) {
                groupOf[i] = group(object, i);
                sympos.putInt(i, ++counts[groupOf[i]]);
            }
        }
        if (sizeOfGroups() > most) {
            return Optional.empty();
        }
        int[] offsets = new int[groups];
        int size = places(offsets);
        return Optional.of(Map.of(Block.SLOTS, slots(offsets, size), Block.GROUPS,
                groups(groupOf, sympos, offsets, size), Block.SYMPOS, sympos.content()));
    }

    /** The group of this symbol's name in its object; a new one where the name is met first. */
    private int group(int object, int symbol) {
        int name = symbols.nameOffset(symbol);
        int length = length(name);
        int hash = NameHash.of(pool, name + 2, length, object);
        int slot = hash & mask;
        for (; slots[slot] != 0; slot = slot + 1 & mask) {
            int group = slots[slot] - 1;
            // Equal names stand once in the pool.
            if (hashes[group] == hash && objects[group] == object && names[group] == name) {
                return group;
            }
        }
        slots[slot] = groups + 1;
        return add(object, name, length, hash);
    }

    /** Bytes of the string at that place of the pool; 0 where it does not lie inside. */
    private int length(int name) {
        if (name < 0 || name > pool.length - 2) {
            return 0;
        }
        int length = pool[name] & 0xff | (pool[name + 1] & 0xff) << 8;
        return length <= pool.length - 2 - name ? length : 0;
    }

    private int add(int object, int name, int length, int hash) {
        if (groups == names.length) {
            grow();
        }
        objects[groups] = object;
        hashes[groups] = hash;
        names[groups] = name;
        lengths[groups] = length;
        return groups++;
    }

    private void grow() {
        int longer = groups * 2;
        names = Arrays.copyOf(names, longer);
        lengths = Arrays.copyOf(lengths, longer);
        objects = Arrays.copyOf(objects, longer);
        counts = Arrays.copyOf(counts, longer);
        hashes = Arrays.copyOf(hashes, longer);
    }

    /** Finds a place for each group, in the order of slots: neighbours there are neighbours here. Tells the size of all. */
    private int places(int[] offsets) {
        long at = NamedSymbols.ALIGNMENT;
        for (int slot : slots) {
            if (slot != 0) {
                offsets[slot - 1] = Math.toIntExact(at);
                at += size(slot - 1);
            }
        }
        return Math.toIntExact(at);
    }

    private long sizeOfGroups() {
        long size = NamedSymbols.ALIGNMENT;
        for (int group = 0; group < groups; group++) {
            size += size(group);
        }
        return size;
    }

    /** Bytes that a group takes. */
    private long size(int group) {
        return NamedSymbols.groupSize(lengths[group], counts[group]) + NamedSymbols.ALIGNMENT - 1
                & -NamedSymbols.ALIGNMENT;
    }

    private ElfBytes slots(int[] offsets, int size) {
        Column column = Column.ofInts(slots.length);
        int placeBits = NamedSymbols.placeBits(size);
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] != 0) {
                int group = slots[slot] - 1;
                int fingerprint = hashes[group] >>> placeBits;
                column.putInt(slot, offsets[group] / NamedSymbols.ALIGNMENT | fingerprint << placeBits);
            }
        }
        return column.content();
    }

    private ElfBytes groups(int[] groupOf, Column sympos, int[] offsets, int size) {
        Column column = Column.ofBytes(size);
        for (int group = 0; group < groups; group++) {
            int at = offsets[group];
            column.setInt(at + NamedSymbols.OBJECT, objects[group]);
            column.setInt(at + NamedSymbols.COUNT, counts[group]);
            column.setInt(at, lengths[group]);
            if (lengths[group] > 0) {
                System.arraycopy(pool, names[group] + 2, column.bytes(), at + NamedSymbols.NAME, lengths[group]);
            }
        }
        for (int i = 0; i < groupOf.length; i++) {
            int group = groupOf[i];
            int at = offsets[group] + (int) NamedSymbols.groupSize(lengths[group], sympos.intAt(i) - 1);
            column.setLong(at, symbols.address(i));
            column.setInt(at + NamedSymbols.SIZE, symbols.size(i));
            column.setInt(at + NamedSymbols.NUMBER, i);
            column.setInt(at + NamedSymbols.TYPE, symbols.type(i));
        }
        return column.content();
    }
}
