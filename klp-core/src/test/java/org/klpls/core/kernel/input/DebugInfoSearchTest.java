package org.klpls.core.kernel.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.kernel.CodeOf;
import org.klpls.core.kernel.Inlines;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.PatchPoints;
import org.klpls.core.kernel.SourceFunction;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.kernel.image.BuildIds;
import org.klpls.core.kernel.index.IndexedKernel;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.kernel.index.KernelFacts;
import org.klpls.core.kernel.index.SymbolColumns;
import org.klpls.core.model.ObjectName;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A kernel's debug info is found by build-id in the usual places, and what it tells is joined with the symbols. */
@NeedsRealThings(RealThing.DWARF)
class DebugInfoSearchTest {
    private static final String RELEASE = "6.1.0-test";

    @TempDir
    private static Path built;
    private static Path debugFile = Path.of("");

    @TempDir
    private Path root;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        for (String source : List.of("queue.h", "producer.c", "consumer.c")) {
            try (InputStream in = DebugInfoSearchTest.class.getResourceAsStream("/dwarf/" + source)) {
                Files.copy(in, built.resolve(source));
            }
        }
        debugFile = built.resolve("vmlinux");
        Process process = new ProcessBuilder("gcc", "-g", "-O2", "-ffreestanding", "-fno-pic", "-no-pie", "-static",
                "-nostdlib", "-Wl,-e,consumer_run,-u,producer_fill,--build-id", "producer.c", "consumer.c", "-o",
                debugFile.toString()).directory(built.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private static ElfImage image() {
        return ElfReader.read(debugFile).image().orElseThrow();
    }

    /** A kernel of the file's functions, of which those named cannot be traced. */
    private static IndexedKernel kernel(Optional<String> buildId, String... untraceable) {
        SymbolColumns.Builder symbols = new SymbolColumns.Builder();
        image().symbols().symbols().filter(s -> s.type() == ElfSymbol.STT_FUNC).forEach(s -> symbols.add(s.name(),
                s.value(), 't', s.size(), List.of(untraceable).contains(s.name())
                        ? new Traceability.No(Traceability.Reason.NOTRACE)
                        : new Traceability.Yes(),
                TextRange.TEXT));
        KernelIdentity identity = new KernelIdentity(Optional.of(RELEASE), Optional.empty(), buildId, Optional.empty(),
                "a test");
        return IndexedKernel.of(new KernelFacts(identity, EnumSet.of(KernelFact.SYMBOLS, KernelFact.TRACEABLE),
                List.of(new KernelFacts.ObjectFacts(ObjectName.VMLINUX, symbols.build())), List.of(), Optional.empty(),
                List.of()));
    }

    private static Optional<String> buildId() {
        return BuildIds.of(image());
    }

    private IndexedKernel completed(IndexedKernel kernel) {
        return new DebugInfoSearch(root, Optional.empty()).complete(kernel, List.of(),
                new KernelCache(root.resolve("cache")));
    }

    private void install(String place) throws IOException {
        Path file = root.resolve(place);
        Files.createDirectories(file.getParent());
        Files.copy(debugFile, file);
    }

    @Test
    void itIsFoundWherePackagesPutItAndKept() throws IOException {
        String id = buildId().orElseThrow();
        for (String place : List.of("usr/lib/debug/boot/vmlinux-" + RELEASE,
                "usr/lib/debug/lib/modules/" + RELEASE + "/vmlinux", "lib/modules/" + RELEASE + "/build/vmlinux",
                "usr/lib/debug/.build-id/" + id.substring(0, 2) + "/" + id.substring(2) + ".debug")) {
            install(place);
            assertTrue(completed(kernel(buildId())).facts().contains(KernelFact.INLINES), place);
            Files.delete(root.resolve(place));
            assertTrue(completed(kernel(buildId())).facts().contains(KernelFact.INLINES), "not kept");
            try (var kept = Files.newDirectoryStream(root.resolve("cache"))) {
                for (Path file : kept) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void thatOfAnotherBuildIsNamedAndNotUsed() throws IOException {
        install("usr/lib/debug/boot/vmlinux-" + RELEASE);
        IndexedKernel other = completed(kernel(Optional.of("0123456789abcdef")));
        assertFalse(other.facts().contains(KernelFact.INLINES));
        assertTrue(other.missing(KernelFact.INLINES).orElseThrow().message().contains("is of another build (build-id "
                + buildId().orElseThrow() + ") than what is asked about (0123456789abcdef)"));
    }

    @Test
    void withoutItTheRemedyNamesThePackage() {
        IndexedKernel kernel = completed(kernel(buildId()));
        assertTrue(kernel.inlines(ObjectName.VMLINUX).isEmpty());
        assertTrue(kernel.missing(KernelFact.INLINES).orElseThrow().remedy()
                .contains("linux-image-" + RELEASE + "-dbg"));
    }

    @Test
    void whatADamagedFileCannotTellIsSaid() throws IOException {
        Path file = root.resolve("usr/lib/debug/boot/vmlinux-" + RELEASE);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[500]);
        assertTrue(completed(kernel(buildId())).missing(KernelFact.INLINES).orElseThrow().message()
                .contains("is not an ELF file"));
    }

    private Inlines inlines(IndexedKernel kernel) {
        return kernel.inlines(ObjectName.VMLINUX).orElseThrow();
    }

    private static List<String> names(List<CodeOf> codes) {
        return codes.stream().map(c -> c.symbol().map(KernelSymbol::name).orElse(c.function().name())).toList();
    }

    @Test
    void copiesCodeAndCallersAreJoinedWithSymbols() throws IOException {
        install("usr/lib/debug/boot/vmlinux-" + RELEASE);
        IndexedKernel kernel = completed(kernel(buildId()));
        Inlines inlines = inlines(kernel);
        SourceFunction mix = inlines.named("mix").getFirst();
        assertEquals("producer.c", mix.source().orElseThrow().file());
        List<KernelSymbol> clones = inlines.symbols(mix);
        assertTrue(clones.getFirst().name().startsWith("mix."), clones.toString());
        assertEquals(mix, inlines.of(clones.getFirst()).orElseThrow());
        assertEquals(List.of("consumer.c", "producer.c"), inlines.named("check").stream()
                .map(f -> f.source().orElseThrow().file()).toList());
        SourceFunction push = inlines.named("push").getFirst();
        assertTrue(inlines.symbols(push).isEmpty());
        CodeOf most = inlines.inlinedInto(push).getFirst();
        assertEquals("producer_fill", most.function().name());
        assertEquals(2, most.times());
        assertTrue(names(inlines.calledFrom(inlines.named("checksum").getFirst())).contains("consumer_fold"));
        assertTrue(inlines.named("is_not_there").isEmpty());
    }

    @Test
    void callersAreToBePatchedWhereTheFunctionCannotBe() throws IOException {
        install("usr/lib/debug/boot/vmlinux-" + RELEASE);
        IndexedKernel kernel = completed(kernel(buildId(), "checksum", "producer_fill"));
        Inlines inlines = inlines(kernel);
        PatchPoints ofCopies = PatchPoints.of(kernel, inlines, inlines.named("push").getFirst());
        assertTrue(ofCopies.own().isEmpty());
        assertTrue(names(ofCopies.beyondReach()).contains("producer_fill"), ofCopies.toString());
        PatchPoints ofCalls = PatchPoints.of(kernel, inlines, inlines.named("checksum").getFirst());
        assertTrue(names(ofCalls.callers()).contains("consumer_fold"), ofCalls.toString());
        PatchPoints whole = PatchPoints.of(kernel, inlines, inlines.named("producer_drain").getFirst());
        assertTrue(whole.ownSuffices(), whole.toString());
    }
}
