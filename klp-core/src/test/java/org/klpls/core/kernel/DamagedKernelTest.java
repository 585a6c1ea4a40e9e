package org.klpls.core.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.core.btf.SmallBtf;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.image.SmallVmlinux;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.model.ObjectName;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.klpls.core.kernel.KernelFact.CONFIG;
import static org.klpls.core.kernel.KernelFact.EXPORTS;
import static org.klpls.core.kernel.KernelFact.INLINES;
import static org.klpls.core.kernel.KernelFact.SYMBOLS;
import static org.klpls.core.kernel.KernelFact.TRACEABLE;
import static org.klpls.core.kernel.KernelFact.TYPES;

/** Files that are cut, damaged, of another machine, or tell nothing: what is said of each, and what is sound of it. */
class DamagedKernelTest {
    private static final String ANOTHER = "give a vmlinuz or vmlinux for x86-64, as in /boot";
    private static final String AGAIN = "copy it again";
    private static final String FORMS = "give a vmlinuz, a vmlinux, a System.map, a /lib/modules/RELEASE, a kernel build"
            + " folder, a release, or an index made by 'klpls kernel index'";
    private static final String SYMBOLS_TOO = "copy it again, or give a System.map or kallsyms dump of the same kernel as well";
    private static final Optional<String> RELEASE = Optional.of(SmallVmlinux.RELEASE);
    private static final Set<KernelFact> NOTHING = Set.of();
    /** A linked file with three units. */
    private static final String DEBUG_INFO = "/org/klpls/core/dwarf/DebugInfoFuzzTestInputs/partial-units";
    private static final int SECOND_UNIT = 235;

    /**
     * @param message what follows the name of the file
     * @param facts empty with no release: there is no kernel at all
     */
    private record Case(String name, byte[] file, String message, String remedy, Optional<String> release,
            Set<KernelFact> facts) {}

    @TempDir
    private Path folder;

    private static Stream<Case> cases() {
        byte[] vmlinux = new SmallVmlinux().build();
        byte[] boot = new SmallVmlinux().bzImage();
        byte[] random = new byte[10_000];
        new Random(1).nextBytes(random);
        return Stream.of(
                refused("vmlinuz that is empty", new byte[0], "is empty", FORMS),
                refused("vmlinuz of random bytes", random,
                        "is neither a kernel nor anything else that tells of one", FORMS),
                refused("Image for arm64", arm64(), "is a kernel for arm64; klpls knows x86-64 only", ANOTHER),
                refused("vmlinux for arm64", changed(vmlinux, 18, 183),
                        "is for another machine (e_machine 183); klpls knows x86-64 only", ANOTHER),
                refused("vmlinux of 32 bits", changed(vmlinux, 4, 1),
                        "is for another machine (32-bit); klpls knows x86-64 only", ANOTHER),
                refused("vmlinux of s390", changed(vmlinux, 5, 2),
                        "is for another machine (big-endian); klpls knows x86-64 only", ANOTHER),
                refused("vmlinux that is a module", changed(vmlinux, 16, 1),
                        "is an object file or a module, not a kernel", ANOTHER),
                refused("vmlinux cut in its program headers", Arrays.copyOf(vmlinux, 100), cutTo(vmlinux, 100), AGAIN),
                refused("System.map of Debian",
                        text("ffffffffffffffff B The real System.map is in the linux-image-<version>-dbg package\n"),
                        "is Debian's stand-in for a System.map: it lists no symbols",
                        "give the vmlinuz beside it, which holds them, or the System.map of the package"
                                + " linux-image-RELEASE-dbg"),
                refused("kallsyms of who may not see", text("0000000000000000 T _stext\n0000000000000000 T kfree\n"),
                        "has no addresses: the kernel hides them from whoever made the copy (kernel.kptr_restrict)",
                        "make the copy as root with 'sysctl kernel.kptr_restrict=1', or give the vmlinuz"),
                partial("vmlinuz cut in the middle", Arrays.copyOf(boot, 4000),
                        "is cut: its header promises a kernel up to byte " + boot.length + ", the file has 4000", AGAIN,
                        NOTHING),
                partial("vmlinuz damaged in the middle", zeroed(boot, 3000, 3500),
                        "is cut or damaged: its gzip data cannot be read", AGAIN, NOTHING),
                partial("vmlinuz in no known compression", SmallVmlinux.bzImage(random),
                        "holds a kernel in a compression that klpls does not know",
                        "extract it with the kernel's scripts/extract-vmlinux and give the vmlinux", NOTHING),
                partial("vmlinuz of 32 bits", SmallVmlinux.bzImage(changed(vmlinux, 4, 1)),
                        "is for another machine (32-bit); klpls knows x86-64 only", ANOTHER, NOTHING),
                partial("vmlinux cut before its kallsyms", Arrays.copyOf(vmlinux, rodata(vmlinux) + 0x200),
                        cutTo(vmlinux, rodata(vmlinux) + 0x200), AGAIN, EnumSet.of(CONFIG)),
                partial("vmlinux cut before its section table", Arrays.copyOf(vmlinux, (int) word(vmlinux, 40)),
                        cutTo(vmlinux, (int) word(vmlinux, 40)), AGAIN,
                        EnumSet.of(SYMBOLS, TRACEABLE, EXPORTS, CONFIG)),
                partial("vmlinux whose debug info has a unit that lies", withDamagedUnit(),
                        "has damaged debug info: 1 of 3 units of its .debug_info are damaged, the first at byte "
                                + SECOND_UNIT,
                        AGAIN,
                        EnumSet.of(SYMBOLS, TRACEABLE, EXPORTS, TYPES, CONFIG, INLINES)),
                partial("vmlinux whose names of kallsyms are cut", zeroed(vmlinux, rodata(vmlinux) + 0x1400, 500),
                        "has damaged kallsyms: its table of tokens stands at "
                                + String.format("%016x", tokens(vmlinux))
                                + ", but no names that belong to it can be read",
                        SYMBOLS_TOO, EnumSet.of(EXPORTS, TYPES, CONFIG)),
                partial("vmlinux whose kallsyms are gone", withoutKallsyms(vmlinux),
                        "has no kallsyms, or they are damaged: there is no table of tokens in it", SYMBOLS_TOO,
                        EnumSet.of(EXPORTS, TYPES, CONFIG)),
                partial("vmlinux whose BTF lies of its length", changed(vmlinux, btf(vmlinux) + 14, 0x7f),
                        "has damaged BTF: its header is none, or its types or strings lie outside of its "
                                + SmallBtf.bytes().length + " bytes",
                        AGAIN, EnumSet.of(SYMBOLS, TRACEABLE, EXPORTS, CONFIG)),
                partial("vmlinux whose BTF has a type that lies", changed(vmlinux, btf(vmlinux) + 24 + 16 + 7, 31),
                        "has damaged BTF: type 2 of it, at byte 16 of its types, is of a kind that klpls does not know"
                                + " or longer than the section; the types from there on are not known",
                        AGAIN, EnumSet.of(SYMBOLS, TRACEABLE, EXPORTS, TYPES, CONFIG)));
    }

    private static String cutTo(byte[] vmlinux, int length) {
        return "is cut short or damaged: its section table should be at byte " + word(vmlinux, 40) + ", with "
                + sections(vmlinux).size() + " sections; the file has " + length + " bytes";
    }

    private static SmallVmlinux withDebugInfo() {
        try (InputStream in = Objects.requireNonNull(DamagedKernelTest.class.getResourceAsStream(DEBUG_INFO))) {
            return new SmallVmlinux().debugInfo(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its abbreviations are nowhere. */
    private static byte[] withDamagedUnit() {
        byte[] vmlinux = withDebugInfo().build();
        return changed(vmlinux, (int) section(vmlinux, ".debug_info").offset() + SECOND_UNIT + 8 + 3, 0x7f);
    }

    private static Case refused(String name, byte[] file, String message, String remedy) {
        return new Case(name, file, message, remedy, Optional.empty(), NOTHING);
    }

    private static Case partial(String name, byte[] file, String message, String remedy, Set<KernelFact> facts) {
        return new Case(name, file, message, remedy, RELEASE, facts);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] arm64() {
        return ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN).putInt(0x38, 0x644d5241).array();
    }

    private static byte[] changed(byte[] file, int offset, int value) {
        byte[] changed = file.clone();
        changed[offset] = (byte) value;
        return changed;
    }

    private static byte[] zeroed(byte[] file, int from, int length) {
        byte[] changed = file.clone();
        Arrays.fill(changed, from, Math.min(file.length, from + length), (byte) 0);
        return changed;
    }

    private static byte[] withoutKallsyms(byte[] vmlinux) {
        return zeroed(vmlinux, rodata(vmlinux) + 0x200, (int) section(vmlinux, ".rodata").size() - 0x200);
    }

    private static long word(byte[] file, int offset) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(offset);
    }

    private static List<SectionHeader> sections(byte[] vmlinux) {
        return ElfReader.read(Path.of("small"), ElfBytes.of(vmlinux)).image().orElseThrow().sections();
    }

    private static SectionHeader section(byte[] vmlinux, String name) {
        return sections(vmlinux).stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    private static int rodata(byte[] vmlinux) {
        return (int) section(vmlinux, ".rodata").offset();
    }

    private static int btf(byte[] vmlinux) {
        return (int) section(vmlinux, ".BTF").offset();
    }

    /** Address of the table of tokens: that of its first ones, which are NULs and letters in their order. */
    private static long tokens(byte[] vmlinux) {
        SectionHeader rodata = section(vmlinux, ".rodata");
        return rodata.addr() + SmallVmlinux.tokenTable(vmlinux, (int) rodata.offset()) - rodata.offset();
    }

    private KernelReading read(Path file) {
        return KernelReader.read(List.of(file.toString()), new KernelCache(folder.resolve("cache")));
    }

    @TestFactory
    Stream<DynamicTest> eachIsToldAndWhatIsSoundOfItIsKnown() {
        return cases().map(one -> dynamicTest(one.name(), () -> {
            Path file = Files.write(folder.resolve(one.name().replace(' ', '-')), one.file());
            KernelReading reading = read(file);
            assertEquals(List.of(new KernelProblem(file.toString(), file + " " + one.message(), one.remedy())),
                    reading.problems());
            assertEquals(one.release(), reading.kernel().flatMap(k -> k.identity().release()));
            assertEquals(one.facts(), reading.kernel().map(TargetKernel::facts).orElse(NOTHING));
        }));
    }

    @Test
    void whatIsSoundOfADamagedImageIsRight() throws IOException {
        byte[] vmlinux = new SmallVmlinux().build();
        TargetKernel kernel = read(
                Files.write(folder.resolve("vmlinux"), withoutKallsyms(vmlinux)))
                .kernel().orElseThrow();
        assertEquals(Optional.of(SmallVmlinux.BUILD_ID), kernel.identity().buildId());
        assertEquals(0x1234_5678, kernel.export("kfree").orElseThrow().crc().orElseThrow());
        assertEquals(Optional.of("void (void * restrict, ...)"), kernel.prototype("kfree"));
        assertEquals(Optional.of("y"), kernel.config("CONFIG_LIVEPATCH"));
    }

    /** As with all of its debug info: the file is mapped, however large. What lies behind the sections here is a hole. */
    @Test
    void aVmlinuxOfThreeGigabytesIsRead() throws IOException {
        Path file = Files.write(folder.resolve("vmlinux"), new SmallVmlinux().build());
        makeLarge(file);
        KernelReading reading = read(file);
        assertEquals(List.of(), reading.problems());
        assertEquals(EnumSet.of(SYMBOLS, TRACEABLE, EXPORTS, TYPES, CONFIG), reading.kernel().orElseThrow().facts());
    }

    @Test
    void debugInfoOfMoreThanTwoGibibytesIsNotReadAndThatIsSaid() throws IOException {
        byte[] vmlinux = withDebugInfo().build();
        SectionHeader line = section(vmlinux, ".debug_line");
        ByteBuffer.wrap(vmlinux).order(ByteOrder.LITTLE_ENDIAN).putLong(
                (int) word(vmlinux, 40) + line.index().value() * SectionHeader.SIZE + 32, 5L << 29);
        Path file = Files.write(folder.resolve("vmlinux"), vmlinux);
        makeLarge(file);
        KernelReading reading = read(file);
        assertEquals(List.of(), reading.problems());
        TargetKernel kernel = reading.kernel().orElseThrow();
        assertEquals(EnumSet.of(SYMBOLS, TRACEABLE, EXPORTS, TYPES, CONFIG), kernel.facts());
        String missing = kernel.missing(INLINES).orElseThrow().message();
        assertTrue(missing.contains("2684354560 bytes of .debug_line, where 2 GiB are the most"), missing);
    }

    /** As by sstrip: the program headers tell the rest. */
    @Test
    void aVmlinuxWithoutASectionTableTellsTheSame() throws IOException {
        byte[] vmlinux = new SmallVmlinux().build();
        TargetKernel whole = read(Files.write(folder.resolve("whole"), vmlinux)).kernel().orElseThrow();
        ByteBuffer.wrap(vmlinux).order(ByteOrder.LITTLE_ENDIAN).putLong(40, 0).putInt(60, 0);
        KernelReading reading = read(Files.write(folder.resolve("bare"), vmlinux));
        assertEquals(List.of(), reading.problems());
        TargetKernel bare = reading.kernel().orElseThrow();
        assertEquals(Optional.of(SmallVmlinux.BUILD_ID), bare.identity().buildId());
        assertEquals(whole.symbols(ObjectName.VMLINUX).map(s -> s + " " + whole.traceability(s)).toList(),
                bare.symbols(ObjectName.VMLINUX).map(s -> s + " " + bare.traceability(s)).toList());
        assertEquals(whole.exports().toList(), bare.exports().toList());
        assertEquals(whole.config("CONFIG_LIVEPATCH"), bare.config("CONFIG_LIVEPATCH"));
    }

    @Test
    void aVmlinuzOfThreeGigabytesIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("vmlinuz"), new SmallVmlinux().bzImage());
        makeLarge(file);
        assertEquals(List.of(new KernelProblem(file.toString(),
                file + " has 3221225472 bytes; compressed kernels of more than 1 GiB are not read", FORMS)),
                read(file).problems());
    }

    private static void makeLarge(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(3L << 30);
        }
    }

    @Test
    void aSmallKernelThatIsWholeTellsAll() throws IOException {
        KernelReading reading = read(Files.write(folder.resolve("vmlinuz"), new SmallVmlinux().bzImage()));
        assertEquals(List.of(), reading.problems());
        TargetKernel kernel = reading.kernel().orElseThrow();
        assertEquals(EnumSet.of(SYMBOLS, TRACEABLE, EXPORTS, TYPES, CONFIG), kernel.facts());
        assertEquals(Optional.of(SmallVmlinux.BUILD_ID), kernel.identity().buildId());
        assertEquals(List.of(new Traceability.Yes(), new Traceability.Yes()),
                kernel.occurrences(ObjectName.VMLINUX, "show").stream().map(kernel::traceability).toList());
        assertEquals(new Traceability.Freed(), kernel
                .traceability(kernel.occurrences(ObjectName.VMLINUX, "start_kernel").getFirst()));
        assertEquals(Optional.of("NS"), kernel.export("kfree").orElseThrow().namespace());
    }
}
