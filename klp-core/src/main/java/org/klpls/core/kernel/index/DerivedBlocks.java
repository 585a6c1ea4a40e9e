package org.klpls.core.kernel.index;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.btf.Btf;
import org.klpls.core.btf.BtfReading;
import org.klpls.core.elf.ElfBytes;

/** Makes the blocks that are only there to find names quickly. */
final class DerivedBlocks {
    private DerivedBlocks() {}

    /**
     * These blocks, with the derived ones. The caller has checked that they fit each other.
     *
     * @param most bytes that the names may take there; empty where they take more
     */
    static Optional<IndexBlocks> added(IndexBlocks blocks, long most) {
        return NamedSymbolsWriter.write(IndexSymbols.of(blocks), most).map(names -> {
            Map<Block, ElfBytes> all = new EnumMap<>(blocks.all());
            all.putAll(names);
            all.putAll(types(blocks.get(Block.BTF)));
            return IndexBlocks.of(all);
        });
    }

    /** Those that find types; none where this is no BTF. */
    static Map<Block, ElfBytes> types(ElfBytes section) {
        return Btf.read(section) instanceof BtfReading.Read(Btf btf)
                ? Map.of(Block.BTF_OFFSETS, btf.tables().offsets(), Block.BTF_SLOTS, btf.tables().slots())
                : Map.of();
    }

    /** Without the derived ones. */
    static Map<Block, ElfBytes> removed(IndexBlocks blocks) {
        Map<Block, ElfBytes> all = blocks.all();
        Arrays.stream(Block.values()).filter(Block::isDerived).forEach(all::remove);
        return all;
    }
}
