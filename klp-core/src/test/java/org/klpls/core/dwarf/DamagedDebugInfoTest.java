package org.klpls.core.dwarf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.elf.SectionHeader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Debug info with bytes, lengths and offsets that lie: what is sound of it is read, and nothing throws or hangs. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DamagedDebugInfoTest {
    private static final List<String> FILES = List.of("dwarf4.o", "dwarf5.o", "dwarf5-zlib.o", "llvm.o",
            "partial-units");
    private static final long[] LIES = {0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fff_ffff, 0xffff_fff0L, 0xffff_ffffL, -1,
            Long.MIN_VALUE};
    private static final long SEED = 4;
    /** Of each file; -Dklpls.mutations=N tries more. */
    private static final int MUTATIONS = Integer.getInteger("klpls.mutations", 400);

    @TestFactory
    Stream<DynamicTest> aDamagedFileIsReadAsFarAsItIsSound() {
        return FILES.stream().map(name -> dynamicTest(name, () -> {
            byte[] sound = bytes(name);
            Random random = new Random(SEED);
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] damaged = damaged(sound, random);
                try {
                    DebugInfoFuzzTest.read(damaged);
                } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                    throw new AssertionError(name + ", mutation " + i, e);
                }
            }
        }));
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] damaged = random.nextInt(8) == 0
                ? Arrays.copyOf(sound, random.nextInt(sound.length))
                : sound.clone();
        if (damaged.length < 128) {
            return damaged;
        }
        List<SectionHeader> sections = ElfReader.read(Path.of("sound"), ElfBytes.of(sound)).image().orElseThrow()
                .sections().stream().filter(s -> s.name().contains("debug") && s.size() > 0).toList();
        for (int n = random.nextInt(4); n >= 0; n--) {
            SectionHeader section = sections.get(random.nextInt(sections.size()));
            int at = (int) (section.offset() + random.nextLong(Math.min(section.size(), 1L << random.nextInt(1, 14))));
            if (at + 8 <= damaged.length) {
                ByteBuffer buffer = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN);
                long lie = LIES[random.nextInt(LIES.length)];
                switch (random.nextInt(4)) {
                    case 0 -> buffer.put(at, (byte) lie);
                    case 1 -> buffer.put(at, (byte) random.nextInt());
                    case 2 -> buffer.putInt(at, (int) lie);
                    default -> buffer.putLong(at, lie);
                }
            }
        }
        return damaged;
    }

    @Test
    void aMapWithDamagedColumnsAnswersEveryQuestion() throws IOException {
        byte[] sound = map("partial-units").bytes().toArray();
        Random random = new Random(SEED);
        for (int i = 0; i < 2 * MUTATIONS; i++) {
            byte[] damaged = sound.clone();
            ByteBuffer buffer = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN);
            buffer.putInt(random.nextInt(damaged.length / 4) * 4, (int) LIES[random.nextInt(LIES.length)]);
            InlineMap.of(ElfBytes.of(damaged)).ifPresent(DebugInfoFuzzTest::askEverything);
        }
        assertTrue(InlineMap.of(ElfBytes.of(sound)).isPresent());
    }

    @Test
    void theUnitsBeforeADamagedLengthAreKept() throws IOException {
        byte[] bytes = bytes("partial-units");
        ElfImage image = ElfReader.read(Path.of("cut"), ElfBytes.of(bytes)).image().orElseThrow();
        SectionHeader info = image.section(".debug_info").orElseThrow();
        List<UnitHeader> units = UnitHeader.scan(image.content(info)).units();
        UnitHeader last = units.getLast();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt((int) (info.offset() + last.offset()),
                0x7fff_0000);
        DebugInfoReading reading = DebugInfoReader
                .read(ElfReader.read(Path.of("cut"), ElfBytes.of(bytes)).image().orElseThrow());
        assertEquals(List.of("its .debug_info is cut or damaged at byte " + last.offset()), reading.problems());
        assertTrue(reading.map().orElseThrow().functions() > 0);
    }

    private static InlineMap map(String name) throws IOException {
        return DebugInfoReader.read(ElfReader.read(Path.of(name), ElfBytes.of(bytes(name))).image().orElseThrow()).map()
                .orElseThrow();
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = DamagedDebugInfoTest.class
                .getResourceAsStream("/org/klpls/core/dwarf/DebugInfoFuzzTestInputs/" + name)) {
            if (in == null) {
                throw new IOException(name + " is not there");
            }
            return in.readAllBytes();
        }
    }
}
