package org.klpls.core.btf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.klpls.core.elf.ElfBytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** BTF with bytes, lengths and ids of types that lie: what is sound of it is read, and nothing throws or hangs. */
class DamagedBtfTest {
    private static final int HEADER = 24;
    private static final int[] LIES = {0, 1, 0x7f, 0xff, 0xffff, 0x7fff_ffff, 0x8000_0000, -1, -16};
    private static final long SEED = 4;
    /** -Dklpls.mutations=N tries more. */
    private static final int MUTATIONS = Integer.getInteger("klpls.mutations", 5000);

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void aDamagedSectionIsReadAsFarAsItIsSound() {
        byte[] sound = SmallBtf.bytes();
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged = damaged(sound, random);
            try {
                BtfFuzzTest.read(damaged);
                Btf.damage(ElfBytes.of(damaged));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("mutation " + i, e);
            }
        }
    }

    /** Headers, ids and sizes are numbers of 4 bytes, aligned: so are most of the lies. */
    private static byte[] damaged(byte[] sound, Random random) {
        byte[] damaged = random.nextInt(8) == 0
                ? Arrays.copyOf(sound, 4 + random.nextInt(sound.length))
                : sound.clone();
        ByteBuffer buffer = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(damaged.length / 4) * 4;
            switch (random.nextInt(4)) {
                case 0 -> buffer.put(at + random.nextInt(4), (byte) random.nextInt());
                case 1 -> buffer.putInt(at, random.nextInt(32));
                case 2 -> buffer.putInt(at, buffer.getInt(at) + random.nextInt(-2, 3));
                default -> buffer.putInt(at, LIES[random.nextInt(LIES.length)]);
            }
        }
        return damaged;
    }

    @Test
    void damageIsToldWhereItIs() {
        byte[] sound = SmallBtf.bytes();
        assertEquals(Optional.empty(), Btf.damage(ElfBytes.of(sound)));
        byte[] unknownKind = sound.clone();
        unknownKind[HEADER + 7] = 31;
        assertTrue(
                Btf.damage(ElfBytes.of(unknownKind)).orElseThrow().startsWith("type 1 of it, at byte 0 of its types"));
        byte[] cut = Arrays.copyOf(sound, sound.length - 1);
        assertTrue(Btf.damage(ElfBytes.of(cut)).orElseThrow().startsWith("its header is none"));
    }
}
