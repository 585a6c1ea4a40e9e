package org.klpls.core.kernel.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.klpls.core.elf.ElfBytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tables of each layout, written as the kernel's build writes them, in the midst of other bytes. */
class KallsymsTest {
    private static final long RODATA = 0xffffffff82200000L;
    private static final long TEXT = 0xffffffff81000000L;
    private static final int SYMBOLS = 3000;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String TYPES = "tTtTtdDbBrRwWVA";

    /** Words such as kernels' names are made of, doubles among them, suffixes of CFI and LTO, names without end. */
    private static List<Kallsyms.Entry> symbols(KallsymsLayout layout, Random random) {
        List<Kallsyms.Entry> symbols = new ArrayList<>();
        long address = layout.hasPercpuOffsets() ? 0 : TEXT;
        for (int i = 0; i < SYMBOLS; i++) {
            if (i == 100 && layout.hasPercpuOffsets()) {
                address = TEXT;
            }
            symbols.add(new Kallsyms.Entry(name(layout, i, random), address,
                    TYPES.charAt(random.nextInt(TYPES.length()))));
            address += random.nextInt(4) * 16L;
        }
        return symbols;
    }

    private static String name(KallsymsLayout layout, int i, Random random) {
        if (layout.hasLongNames && i % 500 == 7) {
            return letters(200 + random.nextInt(300), random);
        }
        String word = List.of("init_once", "show", "__pfx_do_", "sched_", "ext4_", "tcp_v4_").get(random.nextInt(6));
        return switch (random.nextInt(5)) {
            case 0 -> word;
            case 1 -> word + letters(3, random) + ".cfi_jt";
            case 2 -> word + letters(2, random) + "$" + "0123456789abcdef".repeat(2);
            default -> word + letters(1 + random.nextInt(20), random);
        };
    }

    private static String letters(int count, Random random) {
        StringBuilder name = new StringBuilder();
        random.ints(count, 0, LETTERS.length()).forEach(i -> name.append(LETTERS.charAt(i)));
        return name.toString();
    }

    /** @param before bytes of noise, a multiple of 8 */
    private static byte[] image(KallsymsLayout layout, List<Kallsyms.Entry> symbols, int before, Random random) {
        byte[] bytes = new byte[before + 200 * SYMBOLS];
        random.nextBytes(bytes);
        KallsymsWriter.write(layout, symbols, RODATA, ByteBuffer.wrap(bytes).position(before));
        return bytes;
    }

    private static Optional<List<Kallsyms.Entry>> found(byte[] bytes) {
        return Kallsyms.find(KernelMemory.of(List.of(new KernelMemory.Region(".rodata", RODATA, ElfBytes.of(bytes)))));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheKernelsBuildWroteIsReadBack(KallsymsLayout layout) {
        Random random = new Random(layout.ordinal());
        for (int round = 0; round < 3; round++) {
            List<Kallsyms.Entry> symbols = symbols(layout, random);
            assertEquals(symbols, found(image(layout, symbols, 8 * random.nextInt(10_000), random)).orElseThrow());
        }
    }

    /** Without KALLSYMS_ALL there are names of text only. */
    @ParameterizedTest
    @EnumSource
    void namesOfTextAloneAreReadBack(KallsymsLayout layout) {
        Random random = new Random(layout.ordinal());
        List<Kallsyms.Entry> text = symbols(layout, random).stream()
                .filter(s -> "tTwW".indexOf(s.type()) >= 0 && s.address() < 0)
                .toList();
        assertEquals(text, found(image(layout, text, 4096, random)).orElseThrow());
    }

    /** What is cut cannot be told whole: nothing is better than half of the names, which would be counted wrongly. */
    @ParameterizedTest
    @EnumSource
    void cutTablesAreNoTables(KallsymsLayout layout) {
        Random random = new Random(layout.ordinal());
        List<Kallsyms.Entry> symbols = symbols(layout, random);
        byte[] bytes = image(layout, symbols, 64, random);
        for (int part = 1; part < 12; part++) {
            int length = part * 8000;
            Optional<List<Kallsyms.Entry>> found = found(java.util.Arrays.copyOf(bytes, length));
            assertTrue(found.isEmpty() || found.get().equals(symbols), () -> layout + " cut to " + length);
        }
    }

    /** Whatever is in the bytes: an answer, and that soon. */
    @ParameterizedTest
    @EnumSource
    void changedBytesAreReadWithoutAnException(KallsymsLayout layout) {
        Random random = new Random(layout.ordinal());
        byte[] bytes = image(layout, symbols(layout, random), 64, random);
        for (int round = 0; round < Integer.getInteger("klpls.mutations", 40); round++) {
            byte[] changed = bytes.clone();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                changed[random.nextInt(120_000)] = (byte) random.nextInt();
            }
            found(changed).ifPresent(entries -> assertTrue(entries.size() >= 1000));
        }
    }
}
