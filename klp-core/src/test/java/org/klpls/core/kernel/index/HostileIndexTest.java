package org.klpls.core.kernel.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.KernelReading;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Indexes that somebody made to cost more than they are: each is refused, before it has cost much. */
class HostileIndexTest {
    private static final int HEADER = 64;
    private static final int ENTRY = 24;
    private static final int COMPACT = IndexFile.Encoding.COMPACT.ordinal();
    private static final int PLAIN = IndexFile.Encoding.PLAIN.ordinal();
    /** Bytes that may be allocated on the way, in all: far less than what the files ask for. */
    private static final long MOST = 64 << 20;

    @TempDir
    private Path folder;
    private final IndexBlocks blocks = ofAKernel();

    private static IndexBlocks ofAKernel() {
        KernelIdentity identity = new KernelIdentity(Optional.of("6.1.0"), Optional.empty(), Optional.empty(),
                Optional.empty(), "a test");
        SymbolColumns.Builder symbols = new SymbolColumns.Builder();
        for (int i = 0; i < 100; i++) {
            symbols.add("name" + i, 0x1000L + 16L * i, 't', 16, new Traceability.Yes(), TextRange.TEXT);
        }
        return IndexedKernel.of(new KernelFacts(identity, EnumSet.of(KernelFact.SYMBOLS),
                List.of(new KernelFacts.ObjectFacts(ObjectName.VMLINUX, symbols.build())), List.of(),
                Optional.empty(), List.of())).blocks();
    }

    private static byte[] file(int encoding, byte[] body, long plainLength) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        return ByteBuffer.allocate(HEADER + body.length).order(ByteOrder.LITTLE_ENDIAN)
                .put("klpls.ix".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(IndexFile.VERSION)
                .putInt(encoding).putLong(body.length).putLong(plainLength).putInt((int) crc.getValue())
                .position(HEADER).put(body).array();
    }

    private static byte[] xz(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XZOutputStream xz = new XZOutputStream(bytes, new LZMA2Options(0))) {
            xz.write(plain);
        }
        return bytes.toByteArray();
    }

    /** The message that is told of such a file, which names it and a way out. */
    private String refused(byte[] index) throws IOException {
        Path file = Files.write(folder.resolve("shared.klpidx"), index);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        KernelReading reading = KernelReader.read(List.of(file.toString()), new KernelCache(folder.resolve("cache")));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(Optional.empty(), reading.kernel());
        assertTrue(allocated < MOST, () -> allocated + " bytes for " + index.length);
        String message = reading.problems().getFirst().message();
        assertTrue(message.startsWith(file + " is damaged: "), message);
        assertEquals("make it again with 'klpls kernel index'", reading.problems().getFirst().remedy());
        return message;
    }

    @Test
    void theSameBlocksAsTheyShouldBeAreOpened() {
        for (byte[] good : List.of(file(PLAIN, blocks.toBytes(), blocks.toBytes().length),
                file(COMPACT, CompactBlocks.encode(blocks), blocks.toBytes().length))) {
            assertTrue(IndexFile.open(ElfBytes.of(good)) instanceof IndexFile.Opened.Kernel);
        }
    }

    @Test
    void aFileThatWouldGrowAThousandfoldIsNotUnpacked() throws IOException {
        byte[] body = xz(new byte[100 << 20]);
        assertTrue(refused(file(COMPACT, body, 100 << 20)).contains("bytes hold " + (100 << 20)));
    }

    @Test
    void blocksThatOverlapAreRefused() throws IOException {
        for (byte[] plain : List.of(overlapping(0), overlapping(8))) {
            assertTrue(refused(file(PLAIN, plain, plain.length)).contains("do not fit"));
            assertTrue(refused(file(COMPACT, xz(plain), plain.length)).contains("do not fit"));
        }
    }

    /** All blocks in one place, or the first in that of the table. */
    private byte[] overlapping(int offset) {
        byte[] plain = blocks.toBytes();
        ByteBuffer table = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
        if (offset > 0) {
            table.putLong(8 + 8, offset);
            return plain;
        }
        for (int i = 0; i < table.getLong(0); i++) {
            table.putLong(8 + i * ENTRY + 8, 8 + table.getLong(0) * ENTRY);
        }
        return plain;
    }

    /** The names of 4,000 symbols or objects in 128 KB: each a part of the one before, but for its first bytes. */
    @Test
    void namesThatArePartsOfEachOtherAreNotUnpacked() throws IOException {
        int count = 4000;
        byte[] pool = new byte[128 << 10];
        java.util.Arrays.fill(pool, (byte) 0xff);
        for (boolean ofObjects : new boolean[]{false, true}) {
            int objects = ofObjects ? count : 1;
            Column names = Column.ofInts(count);
            Column owners = Column.ofBytes(objects * IndexWriter.OBJECT_SIZE);
            for (int i = 0; i < count; i++) {
                names.putInt(i, ofObjects ? 0 : i);
            }
            for (int i = 0; i < objects; i++) {
                owners.setInt(i * IndexWriter.OBJECT_SIZE, i);
                owners.setInt(i * IndexWriter.OBJECT_SIZE + 4, i * (count / objects));
                owners.setInt(i * IndexWriter.OBJECT_SIZE + 8, count / objects);
            }
            IndexBlocks bomb = IndexBlocks.of(Map.of(Block.IDENTITY, blocks.get(Block.IDENTITY),
                    Block.POOL, ElfBytes.of(pool), Block.OBJECTS, owners.content(), Block.NAMES, names.content(),
                    Block.ADDRESSES, Column.ofLongs(count).content(), Block.TYPES, ElfBytes.of(new byte[count]),
                    Block.TRACES, ElfBytes.of(new byte[count]), Block.RANGES, ElfBytes.of(new byte[count]),
                    Block.SIZES, Column.ofInts(count).content()));
            assertTrue(refused(file(COMPACT, CompactBlocks.encode(bomb), 400 << 10)).contains("do not fit"));
        }
    }

    @Test
    void moreSymbolsThanTheHeaderHasRoomForAreRefused() throws IOException {
        int plain = blocks.toBytes().length;
        int compact = IndexBlocks.of(DerivedBlocks.removed(blocks)).toBytes().length;
        assertTrue(refused(file(COMPACT, CompactBlocks.encode(blocks), compact + (plain - compact) / 8))
                .contains("do not fit"));
    }

    @Test
    void aFileThatIsCutWhileItIsReadIsAFailure() throws IOException {
        Path file = Files.write(folder.resolve("index"),
                file(PLAIN, blocks.toBytes(), blocks.toBytes().length));
        ElfBytes mapped = ElfBytes.map(file);
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(0);
        }
        assertEquals(new IndexFile.Opened.Failure("was changed while it was read"), IndexFile.open(mapped));
    }
}
