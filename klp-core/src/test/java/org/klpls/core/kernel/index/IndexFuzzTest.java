package org.klpls.core.kernel.index;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Timeout;
import org.klpls.c.testing.FuzzBounds;
import org.klpls.core.elf.ElfBytes;

/**
 * Any file is an index or none, soon, and what is one answers every question: also where its checksum is right and its content is
 * not. Without JAZZER_FUZZ the committed inputs are tried; with it Jazzer makes up more: see docs/testing.md.
 */
class IndexFuzzTest {
    private static final int HEADER = 64;
    private static final int LENGTH = 16;
    private static final int CHECKSUM = 32;

    @Timeout(30)
    @FuzzTest(maxDuration = "1h")
    void anyFileIsAnIndexOrNone(byte[] input) {
        FuzzBounds.hold(input.length, () -> {
            open(input);
            open(trusted(input));
        });
    }

    private static void open(byte[] file) {
        if (IndexFile.open(ElfBytes.of(file)) instanceof IndexFile.Opened.Kernel(IndexedKernel kernel)) {
            KernelQuestions.askEverything(kernel);
        }
    }

    /** The same with the length and the checksum that its header should have. */
    private static byte[] trusted(byte[] input) {
        byte[] file = input.clone();
        if (file.length >= HEADER) {
            CRC32C crc = new CRC32C();
            crc.update(file, HEADER, file.length - HEADER);
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(LENGTH, file.length - HEADER)
                    .putInt(CHECKSUM, (int) crc.getValue());
        }
        return file;
    }
}
