package org.klpls.core.kernel.index;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.core.kernel.KernelIdentity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a cache of kernels keeps and what it lets go. */
class KeptFilesTest {
    private static final long GIB = 1L << 30;

    @TempDir
    private Path folder;

    @Test
    void whatWasNotUsedForLongGoesWhenAKernelIsAdded() throws IOException {
        file("old.klpidx", 10, KeptFiles.UNUSED.plusDays(1));
        file("lately.klpidx", 10, KeptFiles.UNUSED.minusDays(1));
        new KernelCache(folder).put("new", kernel());
        assertEquals(List.of("lately.klpidx", "new.klpidx"), names());
    }

    @Test
    void whatWasUsedLeastLatelyGoesWhereThereIsTooMuch() throws IOException {
        file("first.klpidx", GIB / 2, Duration.ofDays(3));
        file("second.klpidx", GIB / 2, Duration.ofDays(1));
        file("third.klpidx", GIB / 4, Duration.ofDays(2));
        new KernelCache(folder).put("new", kernel());
        assertEquals(List.of("new.klpidx", "second.klpidx", "third.klpidx"), names());
    }

    @Test
    void whatWasAddedLastStaysHoweverLarge() throws IOException {
        Path latest = file("new.klpidx", 2 * GIB, Duration.ZERO);
        file("other.klpidx", 10, Duration.ofDays(1));
        KeptFiles.in(folder).purge(latest);
        assertEquals(List.of("new.klpidx"), names());
    }

    @Test
    void whatOthersAreWritingStaysAndWhatTheyLeftGoes() throws IOException {
        file(".klpls-a.part", 10, Duration.ofDays(2));
        file(".klpls-b.part", 2 * GIB, Duration.ofMinutes(1));
        file("notes.txt", 10, Duration.ofDays(1000));
        new KernelCache(folder).put("new", kernel());
        assertEquals(List.of(".klpls-b.part", "new.klpidx", "notes.txt"), names());
    }

    @Test
    void aKernelThatIsUsedIsKept() throws IOException {
        KernelCache cache = new KernelCache(folder);
        cache.put("used", kernel());
        Path file = folder.resolve("used.klpidx");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(KeptFiles.UNUSED.plusDays(1))));
        assertTrue(cache.get("used").isPresent());
        cache.put("new", kernel());
        assertEquals(List.of("new.klpidx", "used.klpidx"), names());
    }

    @Test
    void aKernelThatIsOpenOutlivesItsFile() throws IOException {
        KernelCache cache = new KernelCache(folder);
        cache.put("open", kernel());
        IndexedKernel open = cache.get("open").orElseThrow();
        Files.setLastModifiedTime(folder.resolve("open.klpidx"), FileTime.from(Instant.EPOCH));
        cache.put("new", kernel());
        assertEquals(List.of("new.klpidx"), names());
        assertEquals(kernel().identity(), open.identity());
    }

    /** Of that size, without taking it from the disk. */
    private Path file(String name, long size, Duration unused) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
        }
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(unused)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static IndexedKernel kernel() {
        return IndexedKernel.of(KernelFacts.of(new KernelIdentity(Optional.of("6.1.0"), Optional.empty(),
                Optional.empty(), Optional.empty(), "a test")));
    }
}
