package org.klpls.core.kernel.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.SingleXZInputStream;
import org.tukaani.xz.XZOutputStream;

/**
 * Blocks in little space: derived ones left out, addresses and names as distances from the one before, sizes as the
 * difference from what the next address tells, numbers byte by byte in planes; all that compressed with xz.
 */
final class CompactBlocks {
    private static final int XZ_MEMORY_KIB = 128 * 1024;
    private static final int DICTIONARY = 16 << 20;
    /** No index of a kernel is smaller than a tenth of its blocks, but what is small may be much smaller. */
    private static final long MOST_TIMES_AS_LONG = 64;
    private static final long ALWAYS_TAKEN = 16 << 20;

    private CompactBlocks() {}

    static byte[] encode(IndexBlocks blocks) {
        Map<Block, ElfBytes> compact = DerivedBlocks.removed(blocks);
        IndexSymbols symbols = IndexSymbols.of(blocks);
        compact.put(Block.SIZES, Planes.split(differences(symbols, blocks.get(Block.SIZES)), Integer.BYTES));
        compact.put(Block.NAMES, Planes.split(Planes.distances(blocks.get(Block.NAMES), Integer.BYTES), Integer.BYTES));
        compact.put(Block.ADDRESSES,
                Planes.split(Planes.distances(blocks.get(Block.ADDRESSES), Long.BYTES), Long.BYTES));
        try {
            LZMA2Options options = new LZMA2Options(LZMA2Options.PRESET_DEFAULT);
            options.setDictSize(DICTIONARY);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (XZOutputStream xz = new XZOutputStream(bytes, options)) {
                xz.write(IndexBlocks.of(compact).toBytes());
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param plainLength of the blocks with the derived ones: those without are not longer */
    static Optional<IndexBlocks> decode(ElfBytes body, long plainLength) {
        if (plainLength > ALWAYS_TAKEN + body.size() * MOST_TIMES_AS_LONG) {
            return Optional.empty();
        }
        try (SingleXZInputStream xz = new SingleXZInputStream(new ByteArrayInputStream(body.toArray()),
                XZ_MEMORY_KIB)) {
            return IndexBlocks.read(ElfBytes.of(xz.readNBytes((int) plainLength))).flatMap(CompactBlocks::restored);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<IndexBlocks> restored(IndexBlocks compact) {
        if (!IndexSymbols.of(compact).areConsistent()) {
            return Optional.empty();
        }
        Map<Block, ElfBytes> blocks = compact.all();
        blocks.put(Block.NAMES, Planes.sums(Planes.joined(compact.get(Block.NAMES), Integer.BYTES), Integer.BYTES));
        blocks.put(Block.ADDRESSES, Planes.sums(Planes.joined(compact.get(Block.ADDRESSES), Long.BYTES), Long.BYTES));
        // What is added to a difference is what was taken from the size: the same function both ways.
        IndexSymbols symbols = IndexSymbols.of(IndexBlocks.of(blocks));
        blocks.put(Block.SIZES, restoredSizes(symbols, Planes.joined(compact.get(Block.SIZES), Integer.BYTES)));
        return Optional.of(DerivedBlocks.added(IndexBlocks.of(blocks)));
    }

    private static ElfBytes differences(IndexSymbols symbols, ElfBytes sizes) {
        Column out = Column.ofInts(symbols.count());
        int[] expected = expectedSizes(symbols);
        for (int i = 0; i < expected.length; i++) {
            out.putInt(i, sizes.s32((long) i * Integer.BYTES) - expected[i]);
        }
        return out.content();
    }

    private static ElfBytes restoredSizes(IndexSymbols symbols, ElfBytes differences) {
        Column out = Column.ofInts(symbols.count());
        int[] expected = expectedSizes(symbols);
        for (int i = 0; i < expected.length; i++) {
            out.putInt(i, differences.s32((long) i * Integer.BYTES) + expected[i]);
        }
        return out.content();
    }

    /** Bytes up to the next symbol's address, for each; anything for objects that are not sorted by address. */
    private static int[] expectedSizes(IndexSymbols symbols) {
        int[] expected = new int[symbols.count()];
        for (int object = 0; object < symbols.objects(); object++) {
            int first = symbols.first(object);
            long[] addresses = new long[symbols.count(object)];
            for (int i = 0; i < addresses.length; i++) {
                addresses[i] = symbols.address(first + i);
            }
            long[] ends = SymbolSizes.ends(addresses, 0);
            for (int i = 0; i < addresses.length; i++) {
                long size = ends[i] - addresses[i];
                expected[first + i] = size < 0 || size > Integer.MAX_VALUE ? SymbolColumns.UNKNOWN_SIZE : (int) size;
            }
        }
        return expected;
    }
}
