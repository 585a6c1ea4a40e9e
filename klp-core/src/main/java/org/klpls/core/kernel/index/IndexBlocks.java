package org.klpls.core.kernel.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
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

    /** Where a block stands. */
    private record Place(long offset, long length) {}

    private IndexBlocks(Map<Block, ElfBytes> blocks) {
        this.blocks = blocks;
    }

    static IndexBlocks of(Map<Block, ElfBytes> blocks) {
        return new IndexBlocks(new EnumMap<>(blocks));
    }

    /**
     * The blocks that stand in these bytes, each in a place of its own: so they are not more than the bytes. Empty where they are not
     * in that layout. Unknown blocks are passed over.
     */
    static Optional<IndexBlocks> read(ElfBytes bytes) {
        if (!bytes.holds(0, 8) || bytes.u64(0) < 0 || bytes.u64(0) > MOST || !bytes.holds(8, bytes.u64(0) * ENTRY)) {
            return Optional.empty();
        }
        Map<Block, ElfBytes> blocks = new EnumMap<>(Block.class);
        List<Place> places = new ArrayList<>(List.of(new Place(0, 8 + bytes.u64(0) * ENTRY)));
        for (long i = 0; i < bytes.u64(0); i++) {
            long at = 8 + i * ENTRY;
            long offset = bytes.u64(at + 8);
            long length = bytes.u64(at + 16);
            if (!bytes.holds(offset, length)) {
                return Optional.empty();
            }
            places.add(new Place(offset, length));
            long number = bytes.u64(at);
            if (number >= 0 && number < Block.values().length) {
                blocks.put(Block.values()[(int) number], bytes.slice(offset, length));
            }
        }
        return overlap(places) ? Optional.empty() : Optional.of(new IndexBlocks(blocks));
    }

    private static boolean overlap(List<Place> places) {
        places.removeIf(place -> place.length() == 0);
        places.sort(Comparator.comparingLong(Place::offset));
        for (int i = 1; i < places.size(); i++) {
            Place before = places.get(i - 1);
            if (places.get(i).offset() - before.offset() < before.length()) {
                return true;
            }
        }
        return false;
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
