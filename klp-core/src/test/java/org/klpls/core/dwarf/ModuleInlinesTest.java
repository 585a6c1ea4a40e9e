package org.klpls.core.dwarf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.kernel.CodeOf;
import org.klpls.core.kernel.Inlines;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.KernelReading;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.PatchPoints;
import org.klpls.core.kernel.SourceFunction;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.image.BuildIds;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.kernel.input.DebugInfoSearch;
import org.klpls.core.model.ObjectName;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is known of the functions of a module that is built with debug info, joined with its symbols. */
@NeedsRealThings(RealThing.DWARF)
class ModuleInlinesTest {
    private static final ObjectName QUEUE = new ObjectName.Module("queue");
    private static final Pattern COPY = Pattern.compile("copy of (\\S+ \\S+) .* in (\\S+ \\S+) at \\S+");
    private static final String MODINFO = """
            static const char vermagic[] __attribute__((section(".modinfo"), used)) = "vermagic=6.1.0-test SMP";
            """;

    @TempDir
    private Path folder;
    private Path root = Path.of("");
    private Path module = Path.of("");

    @BeforeEach
    void build() throws IOException, InterruptedException {
        root = folder.resolve("root");
        module = Files.createDirectories(root.resolve("lib/modules/6.1.0-test/extra")).resolve("queue.ko");
        Files.writeString(root.resolve("lib/modules/6.1.0-test/modules.order"), "");
        for (String source : List.of("queue.h", "producer.c", "consumer.c")) {
            try (InputStream in = ModuleInlinesTest.class.getResourceAsStream("/dwarf/" + source)) {
                Files.copy(in, folder.resolve(source));
            }
        }
        Files.writeString(folder.resolve("modinfo.c"), MODINFO);
        for (String source : List.of("producer", "consumer", "modinfo")) {
            run("gcc", "-g", "-O2", "-ffreestanding", "-pg", "-mfentry", "-mrecord-mcount", "-fno-pic",
                    "-mcmodel=kernel", "-c", source + ".c", "-o", source + ".o");
        }
        run("ld", "-r", "--build-id", "-o", module.toString(), "producer.o", "consumer.o", "modinfo.o");
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private TargetKernel kernel() {
        KernelReading reading = KernelReader.read(List.of(root.resolve("lib/modules/6.1.0-test").toString()),
                new KernelCache(folder.resolve("cache")), new DebugInfoSearch(root, Optional.empty()));
        assertEquals(List.of(), reading.problems());
        return reading.kernel().orElseThrow();
    }

    /** Where each copy of a function stands, in the words of llvm-dwarfdump. */
    private static List<String> copies(Inlines inlines, List<String> names) {
        List<String> copies = new ArrayList<>();
        for (String name : names) {
            for (SourceFunction function : inlines.named(name)) {
                for (CodeOf into : inlines.inlinedInto(function)) {
                    for (int i = 0; i < into.times(); i++) {
                        copies.add(words(function) + " in " + words(into.function()));
                    }
                }
            }
        }
        copies.sort(null);
        return copies;
    }

    private static String words(SourceFunction function) {
        SourceFunction.Place place = function.source().orElseThrow();
        return function.name() + " " + place.file().substring(place.file().lastIndexOf('/') + 1) + ":" + place.line();
    }

    private void assertAllIsKnown(Path dumped) throws IOException, InterruptedException {
        List<String> expected = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String line : DumpedFunctions.of(RealThings.llvmDwarfdump(), dumped, false).lines()) {
            Matcher copy = COPY.matcher(line);
            if (copy.matches()) {
                expected.add(copy.group(1) + " in " + copy.group(2));
                names.add(copy.group(1).split(" ")[0]);
            }
        }
        expected.sort(null);
        assertTrue(expected.size() > 5, "nothing is compared");
        TargetKernel kernel = kernel();
        Inlines inlines = kernel.inlines(QUEUE).orElseThrow();
        assertEquals(expected, copies(inlines, names.stream().distinct().toList()));
        // Sections of a module all begin at 0: what lies in .init.text must not be taken for what lies in .text.
        List<KernelSymbol> functions = kernel.symbols(QUEUE).filter(KernelSymbol::isText)
                .filter(s -> !s.name().contains(".cold")).toList();
        assertTrue(functions.stream().map(KernelSymbol::name).anyMatch("entry"::equals), functions.toString());
        for (KernelSymbol symbol : functions) {
            SourceFunction function = inlines.of(symbol).orElseThrow();
            assertEquals(symbol.name().replaceAll("\\..*", ""), function.name());
            assertTrue(inlines.symbols(function).contains(symbol), symbol.toString());
        }
    }

    @Test
    void debugInfoInTheModuleIsJoinedWithItsSymbols() throws IOException, InterruptedException {
        assertAllIsKnown(module);
    }

    @Test
    void debugInfoOfTheSameBuildIsFoundBesideAndWherePackagesPutIt() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole.ko");
        Files.copy(module, whole);
        String id = BuildIds.of(ElfReader.read(whole).image().orElseThrow()).orElseThrow();
        run("strip", "--strip-debug", module.toString());
        for (String place : List.of("lib/modules/6.1.0-test/extra/queue.ko.debug",
                "usr/lib/debug/lib/modules/6.1.0-test/extra/queue.ko",
                "usr/lib/debug/usr/lib/modules/6.1.0-test/extra/queue.ko.debug",
                "usr/lib/debug/.build-id/" + id.substring(0, 2) + "/" + id.substring(2) + ".debug")) {
            Path debug = root.resolve(place);
            Files.createDirectories(debug.getParent());
            run("objcopy", "--only-keep-debug", whole.toString(), debug.toString());
            assertAllIsKnown(whole);
            Files.delete(debug);
            assertAllIsKnown(whole); // kept
            try (var kept = Files.newDirectoryStream(folder.resolve("cache"), "inlines-*")) {
                for (Path file : kept) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void withoutDebugInfoItIsSaidWhatIsMissing() throws IOException, InterruptedException {
        run("strip", "--strip-debug", module.toString());
        assertTrue(kernel().inlines(QUEUE).isEmpty());
        String message = kernel().missing(QUEUE, KernelFact.INLINES).orElseThrow().message();
        assertTrue(message.contains("extra/queue.ko has no debug info"), message);
    }

    @Test
    void debugInfoOfAnotherBuildIsNamedAndNotUsed() throws IOException, InterruptedException {
        run("strip", "--strip-debug", module.toString());
        run("gcc", "-g", "-O1", "-ffreestanding", "-c", "producer.c", "-o", "other.o");
        run("ld", "-r", "--build-id", "-o", module + ".debug", "other.o");
        assertTrue(kernel().inlines(QUEUE).isEmpty());
        String message = kernel().missing(QUEUE, KernelFact.INLINES).orElseThrow().message();
        assertTrue(message.contains("queue.ko.debug is of another build"), message);
    }

    @Test
    void whatLiesInOtherFilesIsNamed() throws IOException, InterruptedException {
        run("gcc", "-g", "-gsplit-dwarf", "-O2", "-ffreestanding", "-c", "producer.c", "-o", "producer.o");
        run("ld", "-r", "-o", module.toString(), "producer.o", "modinfo.o");
        assertTrue(kernel().inlines(QUEUE).isEmpty());
        String message = kernel().missing(QUEUE, KernelFact.INLINES).orElseThrow().message();
        assertTrue(message.contains("producer.dwo") && message.contains("-gsplit-dwarf"), message);
    }

    @Test
    void whatSeveralFilesShareIsNamed() throws IOException, InterruptedException {
        for (String name : List.of("one", "two")) {
            run("gcc", "-g", "-O2", "-ffreestanding", "-nostdlib", "-static", "-Wl,-e,consumer_run,-u,producer_fill",
                    "producer.c", "consumer.c", "-o", name);
        }
        run("dwz", "-m", "shared", "one", "two");
        DebugInfoReading reading = DebugInfoReader.read(ElfReader.read(folder.resolve("one")).image().orElseThrow());
        assertTrue(reading.map().isEmpty());
        assertTrue(reading.withoutMap().orElseThrow().contains("shared"), reading::toString);
    }

    @Test
    void callersAreToBePatchedInsteadAsInVmlinux() {
        TargetKernel kernel = kernel();
        Inlines inlines = kernel.inlines(QUEUE).orElseThrow();
        PatchPoints points = PatchPoints.of(kernel, inlines, inlines.named("push").getFirst());
        assertTrue(points.own().isEmpty());
        assertTrue(points.callers().stream().anyMatch(c -> c.function().name().equals("producer_fill")),
                points.toString());
        assertTrue(points.gone().stream().anyMatch(c -> c.function().name().equals("entry")), points.toString());
    }
}
