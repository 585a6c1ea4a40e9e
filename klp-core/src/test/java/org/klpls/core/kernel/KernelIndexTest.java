package org.klpls.core.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.core.kernel.index.IndexFile;
import org.klpls.core.kernel.index.IndexedKernel;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.model.ObjectName;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An index tells what the image told, in each encoding; a damaged one is never taken for a kernel. */
@NeedsRealThings(RealThing.KERNEL)
class KernelIndexTest {
    @TempDir
    private Path folder;
    private KernelCache cache;

    @BeforeEach
    void useACacheOfItsOwn() {
        cache = new KernelCache(folder.resolve("cache"));
    }

    private TargetKernel stock() {
        return KernelReader.read(List.of(RealThings.vmlinuz().toString()), cache).kernel().orElseThrow();
    }

    private Path keptIndex() throws IOException {
        try (Stream<Path> files = Files.list(cache.folder())) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void aSharedIndexTellsTheSameInLittleSpace() throws IOException {
        TargetKernel kernel = stock();
        Path file = folder.resolve("shared.klpidx");
        KernelIndex.write(kernel, file);
        assertTrue(Files.size(file) <= 3 << 20, () -> "an index for sharing has at most 3 MiB");
        TargetKernel opened = KernelReader.read(List.of(file.toString()), cache).kernel().orElseThrow();
        assertSame(kernel, opened);
        assertEquals(file.toString(), opened.identity().origin());
    }

    @Test
    void whatWasReadOnceIsOpenedFromTheCache() throws IOException {
        TargetKernel kernel = stock();
        Path kept = keptIndex();
        assertSame(kernel, stock());
        assertEquals(List.of(kept), Stream.of(kept).filter(Files::exists).toList());
        TargetKernel opened = ((IndexFile.Opened.Kernel) IndexFile.open(kept)).kernel();
        assertSame(kernel, opened);
    }

    private static void assertSame(TargetKernel expected, TargetKernel found) {
        assertEquals(expected.facts(), found.facts());
        assertEquals(expected.identity().banner(), found.identity().banner());
        assertEquals(expected.identity().vermagic(), found.identity().vermagic());
        List<KernelSymbol> symbols = expected.symbols(ObjectName.VMLINUX).toList();
        assertEquals(symbols, found.symbols(ObjectName.VMLINUX).toList());
        for (KernelSymbol symbol : symbols) {
            assertEquals(expected.traceability(symbol), found.traceability(symbol), symbol::toString);
            assertEquals(expected.range(symbol), found.range(symbol), symbol::toString);
            assertEquals(symbol, found.occurrences(symbol.object(), symbol.name()).get(symbol.sympos() - 1));
        }
        assertEquals(expected.exports().toList(), found.exports().toList());
        assertEquals(expected.layout("module"), found.layout("module"));
        assertEquals(expected.prototype("kfree"), found.prototype("kfree"));
    }

    @Test
    void aDamagedIndexIsRefusedAndADamagedCacheRebuilt() throws IOException {
        TargetKernel kernel = stock();
        Path kept = keptIndex();
        byte[] bytes = Files.readAllBytes(kept);
        bytes[bytes.length / 2] ^= 1;
        Files.write(kept, bytes);
        KernelReading direct = KernelReader.read(List.of(kept.toString()), new KernelCache(folder.resolve("other")));
        assertEquals(Optional.empty(), direct.kernel());
        assertTrue(direct.problems().getFirst().message().contains("checksum"), direct::toString);
        assertSame(kernel, stock());
        assertTrue(IndexFile.open(kept) instanceof IndexFile.Opened.Kernel, "the cache was mended");
    }

    @Test
    void aCutIndexIsRefused() throws IOException {
        Path file = folder.resolve("index");
        IndexFile.write((IndexedKernel) stock(), file, IndexFile.Encoding.PLAIN);
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[]{8, 40, 64, bytes.length / 2, bytes.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(bytes, length));
            KernelReading reading = KernelReader.read(List.of(file.toString()), cache);
            assertEquals(Optional.empty(), reading.kernel(), () -> length + " bytes");
            assertFalse(reading.problems().isEmpty());
        }
    }

    @Test
    void anImageCutInTheMiddleIsOneClearMessage() throws IOException {
        byte[] image = Files.readAllBytes(RealThings.vmlinuz());
        for (int length : new int[]{100, 0x206, 0x24f, 4096, image.length / 2}) {
            Path cut = Files.write(folder.resolve("vmlinuz"), java.util.Arrays.copyOf(image, length));
            KernelReading reading = KernelReader.read(List.of(cut.toString()), cache);
            assertEquals(java.util.Set.of(), reading.kernel().map(TargetKernel::facts).orElse(java.util.Set.of()));
            assertEquals(1, reading.problems().size(), () -> length + " bytes");
        }
    }
}
