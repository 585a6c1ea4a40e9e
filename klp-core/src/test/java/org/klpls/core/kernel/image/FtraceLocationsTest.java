package org.klpls.core.kernel.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.klpls.core.elf.ElfBytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** The list of ftrace locations is found without symbols, whatever else there is. */
class FtraceLocationsTest {
    private static final long TEXT = 0xffffffff81000000L;
    private static final long DATA = 0xffffffff82000000L;
    private static final int FUNCTION = 16;
    private static final int FUNCTIONS = 1200;

    private static KernelMemory.Region text() {
        ByteBuffer text = ByteBuffer.allocate(FUNCTIONS * FUNCTION);
        for (int i = 0; i < FUNCTIONS; i++) {
            text.put(i * FUNCTION, (byte) 0xe8);
        }
        return new KernelMemory.Region(".text", TEXT, ElfBytes.of(text.array()));
    }

    /** The list stands after zeros, and before them, of each as many as are told. */
    private static Optional<FtraceLocations> search(int listed, int zeros) {
        ByteBuffer data = ByteBuffer.allocate((zeros * 2 + listed + 2) * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.putLong(1).position(data.position() + zeros * Long.BYTES);
        for (int i = 0; i < listed; i++) {
            data.putLong(TEXT + (long) i * FUNCTION);
        }
        data.position(data.position() + zeros * Long.BYTES).putLong(1);
        KernelMemory memory = KernelMemory.of(
                List.of(text(), new KernelMemory.Region(".init.data", DATA, ElfBytes.of(data.array()))));
        return FtraceLocations.search(memory, address -> address >= TEXT && address < TEXT + FUNCTIONS * FUNCTION);
    }

    @Test
    void zerosAreNoList() {
        for (int zeros : new int[]{0, 1, FUNCTIONS, 20 * FUNCTIONS}) {
            long[] found = search(FUNCTIONS, zeros).orElseThrow().all().toArray();
            assertEquals(FUNCTIONS, found.length, zeros + " zeros");
            assertEquals(TEXT, found[0]);
            assertArrayEquals(java.util.stream.LongStream.range(0, FUNCTIONS).map(i -> TEXT + i * FUNCTION).toArray(),
                    found);
        }
    }

    @Test
    void aFewAddressesAreNone() {
        assertEquals(Optional.empty(), search(900, 5000));
    }
}
