package org.klpls.core.kernel.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.klpls.core.elf.ElfBytes;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** Index files whose checksum is right, and which were made to take much memory: refused for what they are. */
class HostileIndexTest {
    private static final int HEADER = 64;
    private static final int ENCODING = 12;
    private static final int LENGTH = 16;
    private static final int PLAIN_LENGTH = 24;
    private static final int CHECKSUM = 32;
    private static final Path PLAIN = Path
            .of("src/test/resources/org/klpls/core/kernel/index/IndexFuzzTestInputs/PLAIN");

    @Test
    void blocksThatShareTheirBytesAreRefused() throws IOException {
        byte[] file = Files.readAllBytes(PLAIN);
        assertInstanceOf(IndexFile.Opened.Kernel.class, IndexFile.open(ElfBytes.of(file)));
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long blocks = bytes.getLong(HEADER);
        for (int i = 0; i < blocks; i++) {
            // each is all of the body
            bytes.putLong(HEADER + 8 + i * 24 + 8, 0).putLong(HEADER + 8 + i * 24 + 16, file.length - HEADER);
        }
        assertRefused(file);
    }

    @Test
    void aFewBytesThatUnpackToAGigabyteAreRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (XZOutputStream xz = new XZOutputStream(packed, new LZMA2Options(0))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                xz.write(zeros);
            }
        }
        byte[] file = new byte[HEADER + packed.size()];
        byte[] real = Files.readAllBytes(PLAIN);
        System.arraycopy(real, 0, file, 0, HEADER);
        System.arraycopy(packed.toByteArray(), 0, file, HEADER, packed.size());
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(ENCODING, IndexFile.Encoding.COMPACT.ordinal())
                .putLong(LENGTH, packed.size()).putLong(PLAIN_LENGTH, 1 << 30);
        long before = allocated();
        assertRefused(file);
        long taken = allocated() - before;
        assertEquals(0, taken >> 26, taken + " bytes were taken");
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    private static void assertRefused(byte[] file) {
        CRC32C crc = new CRC32C();
        crc.update(file, HEADER, file.length - HEADER);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(CHECKSUM, (int) crc.getValue());
        assertEquals(new IndexFile.Opened.Failure("is damaged: its parts do not fit each other"),
                IndexFile.open(ElfBytes.of(file)));
    }
}
