package org.klpls.core.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.model.ObjectName;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever is given: a kernel, or one clear message. */
class KernelReaderTest {
    private static final String SYMBOLS = """
            ffffffff81000000 T _stext
            ffffffff81000040 t show
            ffffffff81000080 t show
            ffffffff810000c0 T kfree
            ffffffff81000200 T _etext
            ffffffff83000000 T _sinittext
            ffffffff83000000 T start_kernel
            ffffffff83000100 T _einittext
            ffffffff84000000 B _end
            """;

    @TempDir
    private Path folder;
    private KernelCache cache;

    @BeforeEach
    void useACacheOfItsOwn() {
        cache = new KernelCache(folder.resolve("cache"));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private KernelReading read(Path... inputs) {
        return KernelReader.read(List.of(inputs).stream().map(Path::toString).toList(), cache);
    }

    private void assertRefused(String why, Path input) {
        KernelReading reading = read(input);
        assertEquals(Optional.empty(), reading.kernel());
        assertEquals(1, reading.problems().size(), reading::toString);
        KernelProblem problem = reading.problems().getFirst();
        assertTrue(problem.message().contains(why) && problem.message().contains(input.toString()), problem::message);
        assertTrue(!problem.remedy().isBlank(), problem::toString);
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertRefused("is empty", file("vmlinuz", ""));
    }

    /** Nobody writes to the pipe: reading it would wait for ever. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatIsNoRegularFileIsRefused() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertRefused("is a pipe, a device or a socket", pipe);
        assertRefused("is a pipe, a device or a socket", Path.of("/dev/zero"));
    }

    @Test
    void aTextIsRefused() throws IOException {
        assertRefused("neither a kernel nor anything else", file("notes.txt", "buy milk\n"));
    }

    @Test
    void randomBytesAreRefused() throws IOException {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        assertRefused("neither a kernel nor anything else", Files.write(folder.resolve("random"), bytes));
    }

    @Test
    void aFolderWithoutAKernelIsRefused() throws IOException {
        assertRefused("without a kernel", Files.createDirectory(folder.resolve("empty")));
    }

    @Test
    void anUnknownReleaseIsRefused() {
        assertRefused("no kernel of that release", Path.of("9.9.9-no-such-kernel"));
    }

    @Test
    void debiansStandInForASystemMapIsExplained() throws IOException {
        assertRefused("Debian's stand-in", file("System.map-6.1.0",
                "ffffffffffffffff B The real System.map is in the linux-image-<version>-dbg package\n"));
    }

    @Test
    void aKallsymsDumpWithoutAddressesIsExplained() throws IOException {
        assertRefused("kptr_restrict", file("kallsyms", SYMBOLS.replaceAll("(?m)^f[0-9a-f]{15}", "0".repeat(16))));
    }

    @Test
    void anImageForAnotherMachineIsRefused() throws IOException {
        byte[] elf = new byte[128];
        System.arraycopy(new byte[]{0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, elf, 0, 7);
        elf[16] = 2; // ET_EXEC
        elf[18] = (byte) 183; // EM_AARCH64
        elf[58] = 64; // e_shentsize
        elf[60] = 1; // e_shnum
        elf[40] = 64; // e_shoff
        assertRefused("another machine", Files.write(folder.resolve("vmlinux"), elf));
    }

    @Test
    void aSystemMapTellsNamesOrderSizesAndRanges() throws IOException {
        TargetKernel kernel = read(file("System.map-6.1.0-test", SYMBOLS)).kernel().orElseThrow();
        assertEquals(Optional.of("6.1.0-test"), kernel.identity().release());
        assertEquals(List.of(1, 2),
                kernel.occurrences(ObjectName.VMLINUX, "show").stream().map(KernelSymbol::sympos).toList());
        KernelSymbol second = kernel.occurrences(ObjectName.VMLINUX, "show").get(1);
        assertEquals(0x40, second.size().orElseThrow());
        assertEquals(Optional.of("show"), kernel.neighbourBefore(second).map(KernelSymbol::name));
        KernelSymbol init = kernel.occurrences(ObjectName.VMLINUX, "start_kernel").getFirst();
        assertEquals(TextRange.INIT, kernel.range(init));
        assertEquals(new Traceability.Unknown(), kernel.traceability(init));
        assertEquals(java.util.Set.of(KernelFact.SYMBOLS), kernel.facts());
    }

    @Test
    void modulesOfAKallsymsDumpAreObjectsOfTheirOwn() throws IOException {
        TargetKernel kernel = read(file("kallsyms",
                SYMBOLS + "ffffffffc0000000 t show\t[hid]\nffffffffc0000100 t x\t[bpf]\n")).kernel().orElseThrow();
        assertEquals(1, kernel.occurrences(new ObjectName.Module("hid"), "show").size());
        assertEquals(false, kernel.knows(new ObjectName.Module("bpf")));
    }

    @Test
    void factsOfOneKernelAddUp() throws IOException {
        KernelReading reading = read(file("System.map-6.1.0-test", SYMBOLS),
                file("config-6.1.0-test", "# comment\nCONFIG_LIVEPATCH=y\nCONFIG_LOCALVERSION=\"-test\"\n"),
                file("Module.symvers", "0x0000002a\tkfree\tvmlinux\tEXPORT_SYMBOL_GPL\tNS\n"));
        assertEquals(List.of(), reading.problems());
        TargetKernel kernel = reading.kernel().orElseThrow();
        assertEquals(Optional.of("y"), kernel.config("CONFIG_LIVEPATCH"));
        assertEquals(Optional.of("-test"), kernel.config("CONFIG_LOCALVERSION"));
        Export export = kernel.export("kfree").orElseThrow();
        assertEquals(42, export.crc().orElseThrow());
        assertEquals(Optional.of("NS"), export.namespace());
        assertEquals(Optional.empty(), kernel.export("kfre"));
    }

    @Test
    void inputsOfTwoKernelsAreRefusedWithBothReleases() throws IOException {
        KernelReading reading = read(file("System.map-6.1.0-one", SYMBOLS), file("config-6.1.0-two", "CONFIG_X=y\n"));
        assertEquals(Optional.empty(), reading.kernel());
        String message = reading.problems().getFirst().message();
        assertTrue(message.contains("6.1.0-one") && message.contains("6.1.0-two"), message);
    }

    @Test
    void symbolListsOfTwoBuildsAreRefused() throws IOException {
        KernelReading reading = read(file("System.map", SYMBOLS),
                file("other", SYMBOLS.replace("ffffffff810000c0 T kfree", "ffffffff810000d0 T kfree")));
        assertEquals(Optional.empty(), reading.kernel());
        assertTrue(reading.problems().getFirst().message().contains("another build"), reading::toString);
    }

    @Test
    void aMovedKernelIsTheSameBuild() throws IOException {
        KernelReading reading = read(file("System.map", SYMBOLS),
                file("kallsyms", SYMBOLS.replace("ffffffff8", "ffffffffa")));
        assertEquals(List.of(), reading.problems());
    }

    @Test
    void aRootWithSeveralKernelsAsksWhich() throws IOException {
        Files.createDirectories(folder.resolve("root/boot"));
        Files.writeString(folder.resolve("root/boot/vmlinuz-1"), "x");
        Files.writeString(folder.resolve("root/boot/vmlinuz-2"), "x");
        KernelReading reading = read(folder.resolve("root"));
        assertTrue(reading.problems().getFirst().message().contains("1, 2"), reading::toString);
        assertTrue(reading.problems().getFirst().remedy().contains("root:1"), reading::toString);
    }
}
