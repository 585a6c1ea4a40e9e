package org.klpls.core.kernel;

import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.kernel.image.BootImage;
import org.klpls.core.kernel.image.Inflated;
import org.klpls.core.kernel.image.SmallVmlinux;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.kernel.index.KernelQuestions;
import org.klpls.core.model.ObjectName;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZOutputStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Images cut at each 64th of their length, and with bytes changed by a seed, in each form: what is wrong is said, what is told of a
 * cut one is right, and nothing throws or hangs. {@code -Dklpls.mutations=N} changes more of them, {@code -Dklpls.seed=N} others.
 */
@NeedsRealThings(RealThing.KERNEL)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class CutAndFlippedKernelTest {
    private static final int PARTS = 64;
    private static final int CUTS_OF_A_STOCK_VMLINUX = 5;
    private static final int MUTATIONS = Integer.getInteger("klpls.mutations", 200);
    private static final long SEED = Long.getLong("klpls.seed", 11);
    private static final int LZ4_LEGACY = 0x184c2102;

    @TempDir
    private Path folder;

    private KernelReading read(byte[] image) throws IOException {
        Path file = Files.write(folder.resolve("image"), image);
        return KernelReader.read(List.of(file.toString()), new KernelCache(folder.resolve("cache")));
    }

    private static Map<String, byte[]> forms() throws IOException {
        byte[] vmlinux = new SmallVmlinux().build();
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("vmlinux", vmlinux);
        forms.put("gzip", new SmallVmlinux().bzImage());
        forms.put("xz", SmallVmlinux.bzImage(sized(xz(vmlinux), vmlinux.length)));
        forms.put("zstd", SmallVmlinux.bzImage(sized(zstd(vmlinux), vmlinux.length)));
        forms.put("lz4", SmallVmlinux.bzImage(sized(lz4(vmlinux), vmlinux.length)));
        return forms;
    }

    private static byte[] xz(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XZOutputStream xz = new XZOutputStream(out, new LZMA2Options(), XZ.CHECK_CRC32)) {
            xz.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zstd(byte[] content) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] out = new byte[compressor.maxCompressedLength(content.length)];
        return Arrays.copyOf(out, compressor.compress(content, 0, content.length, out, 0, out.length));
    }

    private static byte[] lz4(byte[] content) {
        Lz4Compressor compressor = new Lz4Compressor();
        byte[] out = new byte[compressor.maxCompressedLength(content.length)];
        int size = compressor.compress(content, 0, content.length, out, 0, out.length);
        return ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN).putInt(LZ4_LEGACY).putInt(size)
                .put(out, 0, size)
                .array();
    }

    /** Source: scripts/Makefile.lib size_append, v6.1. */
    private static byte[] sized(byte[] compressed, int size) {
        return ByteBuffer.allocate(compressed.length + 4).order(ByteOrder.LITTLE_ENDIAN).put(compressed).putInt(size)
                .array();
    }

    @TestFactory
    Stream<DynamicTest> ofACutImageTheRestIsTold() throws IOException {
        return forms().entrySet().stream().map(form -> dynamicTest(form.getKey(), () -> {
            byte[] image = form.getValue();
            assertEquals(List.of(), read(image).problems());
            TargetKernel whole = read(image).kernel().orElseThrow();
            for (int part = 0; part < PARTS; part++) {
                assertCut(whole, read(Arrays.copyOf(image, image.length * part / PARTS)), "part " + part);
            }
        }));
    }

    private static void assertCut(TargetKernel whole, KernelReading cut, String what) {
        assertEquals(1, cut.problems().size(), () -> what + ": " + cut);
        Optional<TargetKernel> kernel = cut.kernel();
        kernel.ifPresent(k -> {
            assertTrue(k.identity().release().isPresent() || k.knows(ObjectName.VMLINUX), what);
            k.identity().release().ifPresent(r -> assertEquals(whole.identity().release(), Optional.of(r), what));
            Set<KernelFact> unknown = EnumSet.noneOf(KernelFact.class);
            unknown.addAll(k.facts());
            unknown.removeAll(whole.facts());
            assertEquals(Set.of(), unknown, what);
            if (k.facts().contains(KernelFact.SYMBOLS)) {
                assertEquals(whole.symbols(ObjectName.VMLINUX).toList(), k.symbols(ObjectName.VMLINUX).toList(), what);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aChangedImageIsReadOrRefused() throws IOException {
        return forms().entrySet().stream().map(form -> dynamicTest(form.getKey(), () -> {
            Random random = new Random(SEED);
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] changed = form.getValue().clone();
                for (int flips = 1 << random.nextInt(5); flips > 0; flips--) {
                    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                }
                KernelReading reading = read(changed);
                reading.kernel().ifPresent(KernelQuestions::askEverything);
                assertFalse(reading.kernel().isEmpty() && reading.problems().isEmpty(), "mutation " + i);
            }
        }));
    }

    @Test
    void ofACutStockVmlinuzTheReleaseIsTold() throws IOException {
        byte[] image = Files.readAllBytes(RealThings.vmlinuz());
        for (int part = 1; part < PARTS; part++) {
            KernelReading cut = read(Arrays.copyOf(image, (int) ((long) image.length * part / PARTS)));
            assertEquals(1, cut.problems().size(), cut::toString);
            assertTrue(cut.kernel().orElseThrow().identity().release().isPresent());
        }
    }

    @Test
    void ofACutStockVmlinuxTheRestIsTold() throws IOException {
        byte[] vmlinux = ((Inflated.Bytes) BootImage.payload(Files.readAllBytes(RealThings.vmlinuz()))).content();
        TargetKernel whole = read(vmlinux).kernel().orElseThrow();
        int table = (int) ElfReader.read(folder, ElfBytes.of(vmlinux)).image().orElseThrow().header()
                .sectionTableOffset();
        Random random = new Random(SEED);
        for (int i = 0; i < CUTS_OF_A_STOCK_VMLINUX; i++) {
            int length = random.nextInt(table);
            assertCut(whole, read(Arrays.copyOf(vmlinux, length)), length + " bytes");
        }
        KernelReading almost = read(Arrays.copyOf(vmlinux, table));
        assertEquals(whole.facts(), almost.kernel().orElseThrow().facts());
    }
}
