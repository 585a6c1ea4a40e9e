package org.klpls.core.kernel.index;

import java.util.Arrays;
import java.util.Map;
import org.klpls.core.elf.ElfBytes;

/** Makes the blocks of {@link NamedSymbols}, and each symbol's sympos, out of the symbols. */
final class NamedSymbolsWriter {
    private final IndexSymbols symbols;
    /** The pool of names, as an array: all of it is visited. */
    private final byte[] pool;
    private final int mask;
    /** 1 + the last group of each bucket, or 0. */
    private final int[] heads;
    // By group, in the order in which names are first met.
    private int[] objects = new int[1024];
    private int[] counts = new int[1024];
    private int[] hashes = new int[1024];
    private int[] names = new int[1024];
    private int[] lengths = new int[1024];
    /** 1 + the group before it in its bucket, or 0. */
    private int[] before = new int[1024];
    private int[] offsets = new int[0];
    private int groups;

    private NamedSymbolsWriter(IndexSymbols symbols) {
        this.symbols = symbols;
        pool = symbols.pool();
        heads = new int[NameHash.buckets(symbols.count())];
        mask = heads.length - 1;
    }

    static Map<Block, ElfBytes> write(IndexSymbols symbols) {
        return new NamedSymbolsWriter(symbols).blocks();
    }

    private Map<Block, ElfBytes> blocks() {
        int[] groupOf = new int[symbols.count()];
        Column sympos = Column.ofInts(symbols.count());
        for (int object = 0; object < symbols.objects(); object++) {
            int end = symbols.first(object) + symbols.count(object);
            for (int i = symbols.first(object); i < end; i++) {
                groupOf[i] = group(object, i);
                sympos.putInt(i, ++counts[groupOf[i]]);
            }
        }
        Column buckets = buckets();
        return Map.of(Block.BUCKETS, buckets.content(), Block.GROUPS,
                groups(groupOf, sympos, buckets.intAt(heads.length)),
                Block.SYMPOS, sympos.content());
    }

    /** The group of this symbol's name in its object; a new one where the name is met first. */
    private int group(int object, int symbol) {
        int name = symbols.nameOffset(symbol);
        int length = length(name);
        int hash = NameHash.of(pool, name + 2, length, object);
        for (int next = heads[hash & mask]; next != 0; next = before[next - 1]) {
            int group = next - 1;
            // Equal names stand once in the pool.
            if (hashes[group] == hash && objects[group] == object && names[group] == name) {
                return group;
            }
        }
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
        before[groups] = heads[hash & mask];
        heads[hash & mask] = groups + 1;
        return groups++;
    }

    private void grow() {
        int longer = groups * 2;
        names = Arrays.copyOf(names, longer);
        lengths = Arrays.copyOf(lengths, longer);
        objects = Arrays.copyOf(objects, longer);
        counts = Arrays.copyOf(counts, longer);
        hashes = Arrays.copyOf(hashes, longer);
        before = Arrays.copyOf(before, longer);
    }

    /** Finds a place for each group. */
    private Column buckets() {
        Column buckets = Column.ofInts(heads.length + 1);
        offsets = new int[groups];
        long at = 0;
        for (int bucket = 0; bucket < heads.length; bucket++) {
            buckets.putInt(bucket, (int) at);
            for (int next = heads[bucket]; next != 0; next = before[next - 1]) {
                offsets[next - 1] = (int) at;
                at += NamedSymbols.groupSize(lengths[next - 1], counts[next - 1]);
            }
        }
        buckets.putInt(heads.length, Math.toIntExact(at));
        return buckets;
    }

    private ElfBytes groups(int[] groupOf, Column sympos, int size) {
        Column column = Column.ofBytes(size);
        for (int group = 0; group < groups; group++) {
            int at = offsets[group];
            column.setInt(at, hashes[group]);
            column.setInt(at + NamedSymbols.OBJECT, objects[group]);
            column.setInt(at + NamedSymbols.COUNT, counts[group]);
            column.setInt(at + NamedSymbols.NAME_LENGTH, lengths[group]);
            if (lengths[group] > 0) {
                System.arraycopy(pool, names[group] + 2, column.bytes(), at + NamedSymbols.NAME, lengths[group]);
            }
        }
        for (int i = 0; i < groupOf.length; i++) {
            int group = groupOf[i];
            int at = offsets[group] + (int) NamedSymbols.groupSize(lengths[group], sympos.intAt(i) - 1);
            column.setLong(at, symbols.address(i));
            column.setInt(at + 8, symbols.size(i));
            column.setInt(at + 12, i);
        }
        return column.content();
    }
}
