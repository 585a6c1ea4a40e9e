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
    /** Real ones shrink to a fifth or a tenth; a file of zeros would to a thousandth. */
    private static final long MOST_PER_BYTE = 64;
    /** Of these every small index may have as many. */
    private static final long ALWAYS = 1 << 20;
    /** Twice what a kernel takes with debug info and with 4,000 modules and their types. */
    private static final long LARGEST = 400L << 20;
    /** Bytes that a symbol takes in derived blocks at least: see {@link NamedSymbols} and {@link Block#SYMPOS}. */
    private static final long DERIVED = 24;
    /** Namesakes share the bytes of their name, so all names together can have more than the blocks; but not much more. */
    private static final long NAMES_PER_BYTE = 16;

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

    /** Whether a body of that length may say that its blocks have so many bytes: what it says, it may cost. */
    static boolean isPlausible(long length, long plainLength) {
        return plainLength >= 0 && plainLength <= LARGEST && plainLength <= ALWAYS + MOST_PER_BYTE * length;
    }

    /** @param plainLength of the blocks with the derived ones, plausible: nothing that is made here takes more than a few times that */
    static Optional<IndexBlocks> decode(ElfBytes body, long plainLength) {
        try (SingleXZInputStream xz = new SingleXZInputStream(new ByteArrayInputStream(body.toArray()),
                XZ_MEMORY_KIB)) {
            return IndexBlocks.read(ElfBytes.of(xz.readNBytes((int) plainLength)))
                    .flatMap(compact -> restored(compact, plainLength));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<IndexBlocks> restored(IndexBlocks compact, long plainLength) {
        if (!IndexSymbols.of(compact).areConsistent()
                || IndexSymbols.of(compact).count() > plainLength / (DERIVED + IndexSymbols.COLUMNS)) {
            return Optional.empty();
        }
        Map<Block, ElfBytes> blocks = compact.all();
        blocks.put(Block.NAMES, Planes.sums(Planes.joined(compact.get(Block.NAMES), Integer.BYTES), Integer.BYTES));
        blocks.put(Block.ADDRESSES, Planes.sums(Planes.joined(compact.get(Block.ADDRESSES), Long.BYTES), Long.BYTES));
        if (lengthOfNames(IndexSymbols.of(IndexBlocks.of(blocks))) > NAMES_PER_BYTE * plainLength) {
            return Optional.empty();
        }
        // What is added to a difference is what was taken from the size: the same function both ways.
        IndexSymbols symbols = IndexSymbols.of(IndexBlocks.of(blocks));
        blocks.put(Block.SIZES, restoredSizes(symbols, Planes.joined(compact.get(Block.SIZES), Integer.BYTES)));
        return DerivedBlocks.added(IndexBlocks.of(blocks), plainLength);
    }

    private static long lengthOfNames(IndexSymbols symbols) {
        long length = 0;
        for (int i = 0; i < symbols.count(); i++) {
            length += symbols.nameLength(i);
        }
        return length;
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
