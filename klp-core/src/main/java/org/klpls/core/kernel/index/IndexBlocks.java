package org.klpls.core.kernel.index;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/**
 * The blocks of an index, side by side in memory.
 *
 * <p>Layout, little-endian: number of blocks in 8 bytes; for each its number, offset and length, in 8 bytes each; the
 * blocks, each aligned to 8.
 */
final class IndexBlocks {
    private static final int ENTRY = 24;
    private static final int MOST = 64;

    private final Map<Block, ElfBytes> blocks;

    private IndexBlocks(Map<Block, ElfBytes> blocks) {
        this.blocks = blocks;
    }

    static IndexBlocks of(Map<Block, ElfBytes> blocks) {
        return new IndexBlocks(new EnumMap<>(blocks));
    }

    /**
     * The blocks that stand in these bytes; empty where they are not in that layout, or are together longer than all bytes. Unknown
     * blocks are passed over.
     */
    static Optional<IndexBlocks> read(ElfBytes bytes) {
        if (!bytes.holds(0, 8) || bytes.u64(0) < 0 || bytes.u64(0) > MOST || !bytes.holds(8, bytes.u64(0) * ENTRY)) {
            return Optional.empty();
        }
        Map<Block, ElfBytes> blocks = new EnumMap<>(Block.class);
        long together = 0;
        for (long i = 0; i < bytes.u64(0); i++) {
            long at = 8 + i * ENTRY;
            long offset = bytes.u64(at + 8);
            long length = bytes.u64(at + 16);
            if (!bytes.holds(offset, length) || (together += length) > bytes.size()) {
                return Optional.empty();
            }
            long number = bytes.u64(at);
            if (number >= 0 && number < Block.values().length) {
                blocks.put(Block.values()[(int) number], bytes.slice(offset, length));
            }
        }
        return Optional.of(new IndexBlocks(blocks));
    }

    /** The content of a block; empty where it is not there. */
    ElfBytes get(Block block) {
        return blocks.getOrDefault(block, ElfBytes.EMPTY);
    }

    Map<Block, ElfBytes> all() {
        return new EnumMap<>(blocks);
    }

    /** In the layout above. */
    byte[] toBytes() {
        long size = 8 + (long) blocks.size() * ENTRY;
        for (ElfBytes block : blocks.values()) {
            size = aligned(size) + block.size();
        }
        Column out = Column.ofBytes(Math.toIntExact(aligned(size)));
        out.setLong(0, blocks.size());
        long at = aligned(8 + (long) blocks.size() * ENTRY);
        int entry = 8;
        for (Map.Entry<Block, ElfBytes> block : blocks.entrySet()) {
            out.setLong(entry, block.getKey().ordinal());
            out.setLong(entry + 8, at);
            out.setLong(entry + 16, block.getValue().size());
            block.getValue().copyTo(out.bytes(), (int) at);
            at = aligned(at + block.getValue().size());
            entry += ENTRY;
        }
        return out.bytes();
    }

    private static long aligned(long offset) {
        return (offset + 7) & -8;
    }
}
