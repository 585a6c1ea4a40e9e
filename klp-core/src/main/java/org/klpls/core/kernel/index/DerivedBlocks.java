package org.klpls.core.kernel.index;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.klpls.core.btf.Btf;
import org.klpls.core.btf.BtfReading;
import org.klpls.core.elf.ElfBytes;

/** Makes the blocks that are only there to find names quickly. */
final class DerivedBlocks {
    private DerivedBlocks() {}

    /** These blocks, with the derived ones. The caller has checked that they fit each other. */
    static IndexBlocks added(IndexBlocks blocks) {
        Map<Block, ElfBytes> all = new EnumMap<>(blocks.all());
        all.putAll(names(IndexSymbols.of(blocks)));
        all.putAll(types(blocks.get(Block.BTF)));
        return IndexBlocks.of(all);
    }

    /** Those that find symbols. */
    static Map<Block, ElfBytes> names(IndexSymbols symbols) {
        int slotCount = NameHash.slots(symbols.count());
        Column slots = Column.ofInts(slotCount);
        Column next = Column.ofInts(symbols.count());
        Column sympos = Column.ofInts(symbols.count());
        int[] last = new int[slotCount];
        for (int object = 0; object < symbols.objects(); object++) {
            int end = symbols.first(object) + symbols.count(object);
            for (int i = symbols.first(object); i < end; i++) {
                int slot = slot(symbols, slots, object, i);
                int before = last[slot] - 1;
                if (before < 0) {
                    slots.putInt(slot, i + 1);
                } else {
                    next.putInt(before, i + 1);
                }
                sympos.putInt(i, before < 0 ? 1 : sympos.intAt(before) + 1);
                last[slot] = i + 1;
            }
        }
        return Map.of(Block.SLOTS, slots.content(), Block.NEXT, next.content(), Block.SYMPOS, sympos.content());
    }

    /** Those that find types; none where this is no BTF. */
    static Map<Block, ElfBytes> types(ElfBytes section) {
        return Btf.read(section) instanceof BtfReading.Read(Btf btf)
                ? Map.of(Block.BTF_OFFSETS, btf.tables().offsets(), Block.BTF_SLOTS, btf.tables().slots())
                : Map.of();
    }

    /** The slot of this symbol's name in its object, or the empty one where it goes. */
    private static int slot(IndexSymbols symbols, Column slots, int object, int symbol) {
        int slot = NameHash.slot(symbols.name(symbol), object, slots.bytes().length / Integer.BYTES);
        int mask = slots.bytes().length / Integer.BYTES - 1;
        while (slots.intAt(slot) != 0) {
            int other = slots.intAt(slot) - 1;
            boolean sameObject = other >= symbols.first(object);
            if (sameObject && symbols.nameOffset(other) == symbols.nameOffset(symbol)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Without the derived ones. */
    static Map<Block, ElfBytes> removed(IndexBlocks blocks) {
        Map<Block, ElfBytes> all = blocks.all();
        Arrays.stream(Block.values()).filter(Block::isDerived).forEach(all::remove);
        return all;
    }
}
