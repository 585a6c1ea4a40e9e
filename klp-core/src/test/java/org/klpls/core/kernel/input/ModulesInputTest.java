package org.klpls.core.kernel.input;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelModule;
import org.klpls.core.kernel.KernelModules;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.KernelReading;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.index.IndexFile;
import org.klpls.core.kernel.index.IndexedKernel;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.model.ObjectName;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Folders of a stock kernel's modules, in every form that they are installed in. */
@NeedsRealThings({RealThing.KERNEL, RealThing.COMPRESSORS})
class ModulesInputTest {
    private static final List<String> EXT4 = List.of("fs/ext4/ext4", "fs/jbd2/jbd2", "fs/mbcache", "lib/crc16");

    @TempDir
    private Path root;
    private Path folder = Path.of("");
    private KernelCache cache = new KernelCache(Path.of(""));

    @BeforeEach
    void makeAFolder() throws IOException {
        folder = Files.createDirectories(root.resolve("lib/modules/any"));
        Files.writeString(folder.resolve("modules.order"), "");
        cache = new KernelCache(root.resolve("cache"));
    }

    private static Path stock(String module) {
        return RealThings.modules().resolve("kernel/" + module + ".ko");
    }

    private Path install(String module) throws IOException {
        Path file = folder.resolve("kernel/" + module + ".ko");
        Files.createDirectories(file.getParent());
        return Files.copy(stock(module), file);
    }

    private KernelReading reading(Path... others) {
        return KernelReader.read(Stream.concat(Stream.of(folder), Stream.of(others)).map(Path::toString).toList(),
                cache);
    }

    private TargetKernel kernel() {
        KernelReading reading = reading();
        assertEquals(List.of(), reading.problems());
        return reading.kernel().orElseThrow();
    }

    /** All that is known of a module, in lines. */
    private static List<String> facts(TargetKernel kernel, String module) {
        Stream<String> symbols = kernel.symbols(new ObjectName.Module(module))
                .map(s -> s + " " + kernel.traceability(s) + " " + kernel.range(s));
        Stream<String> exports = kernel.exports().filter(e -> e.owner().text().equals(module)).map(Export::toString);
        KernelModule told = kernel.modules().named(module).orElseThrow();
        return Stream.of(symbols, exports, Stream.of(told.modinfo().toString(), told.buildId().toString()))
                .flatMap(s -> s).toList();
    }

    @Test
    void aModuleIsTheSameHoweverItIsCompressed() throws IOException, InterruptedException {
        Path plain = install("fs/mbcache");
        List<String> expected = facts(kernel(), "mbcache");
        assertTrue(expected.stream().anyMatch(f -> f.contains("mb_cache_create")), expected.toString());
        byte[] content = Files.readAllBytes(plain);
        Files.delete(plain);
        Path gz = plain.resolveSibling("mbcache.ko.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write(content);
        }
        assertEquals(expected, facts(kernel(), "mbcache"), "gz");
        Files.delete(gz);
        Path xz = plain.resolveSibling("mbcache.ko.xz");
        try (OutputStream out = new XZOutputStream(Files.newOutputStream(xz), new LZMA2Options())) {
            out.write(content);
        }
        assertEquals(expected, facts(kernel(), "mbcache"), "xz");
        Files.delete(xz);
        Process zstd = new ProcessBuilder("zstd", "-q", stock("fs/mbcache").toString(), "-o",
                plain.resolveSibling("mbcache.ko.zst").toString()).inheritIO().start();
        assertEquals(0, zstd.waitFor());
        assertEquals(expected, facts(kernel(), "mbcache"), "zst");
    }

    @Test
    void onlyChangedModulesAreReadAgain() throws IOException {
        Path unchanged = install("fs/mbcache");
        Path changed = install("lib/crc16");
        List<String> expected = facts(kernel(), "mbcache");
        assertTrue(facts(kernel(), "crc16").stream().noneMatch(f -> f.contains("jbd2")));
        // From outside it looks as before. Read again, it would be no module any more.
        FileTime time = Files.getLastModifiedTime(unchanged);
        Files.write(unchanged, new byte[(int) Files.size(unchanged)]);
        Files.setLastModifiedTime(unchanged, time);
        Files.write(changed, Files.readAllBytes(stock("fs/jbd2/jbd2")));
        assertEquals(expected, facts(kernel(), "mbcache"));
        assertTrue(facts(kernel(), "crc16").stream().anyMatch(f -> f.contains("jbd2_journal_start")));
        Files.setLastModifiedTime(unchanged, FileTime.fromMillis(time.toMillis() + 5000));
        assertTrue(reading().problems().getFirst().message().contains(unchanged.toString()));
    }

    @Test
    void aFolderByItselfIsKeptOnce() throws IOException {
        install("fs/mbcache");
        List<String> expected = facts(kernel(), "mbcache");
        assertEquals(expected, facts(kernel(), "mbcache"));
        assertEquals(1, kept());
        // A list that is new changes what is known, though no module has changed.
        Files.writeString(folder.resolve("modules.builtin"), "kernel/lib/crc16.ko\n");
        assertEquals(Set.of("crc16"), kernel().modules().builtIn());
        assertEquals(Set.of("crc16"), kernel().modules().builtIn());
        assertEquals(1, kept());
    }

    private long kept() throws IOException {
        try (Stream<Path> files = Files.list(cache.folder())) {
            return files.count();
        }
    }

    @Test
    void anUnreadableModuleIsNamedAndTheOthersAreKnown() throws IOException {
        install("fs/mbcache");
        Path bad = Files.write(folder.resolve("kernel/bad.ko"), new byte[]{1, 2, 3, 4});
        for (int round = 0; round < 2; round++) {
            KernelReading reading = reading();
            assertEquals(1, reading.problems().size());
            assertTrue(reading.problems().getFirst().message().startsWith(bad.toString()), reading::toString);
            assertEquals(List.of("mbcache"), names(reading.kernel().orElseThrow().modules().modules()));
        }
        Files.delete(bad);
        assertEquals(List.of("mbcache"), names(kernel().modules().modules()));
    }

    @Test
    void whatIsNewIsFoundAndWhatIsGoneIsForgotten() throws IOException {
        Path first = install("fs/mbcache");
        kernel();
        install("lib/crc16");
        assertEquals(List.of("mbcache", "crc16"), names(kernel().modules().modules()));
        Files.delete(first);
        assertEquals(List.of("crc16"), names(kernel().modules().modules()));
    }

    private static List<String> names(List<KernelModule> modules) {
        return modules.stream().map(m -> m.object().name()).toList();
    }

    @Test
    void whatAModuleNeedsIsToldInAnOrderThatWorks() throws IOException {
        for (String module : EXT4) {
            install(module);
        }
        KernelModules modules = kernel().modules();
        KernelModule ext4 = modules.named("ext4").orElseThrow();
        assertEquals(List.of("jbd2", "mbcache", "crc16").stream().sorted().toList(),
                ext4.depends().stream().sorted().toList());
        List<String> before = names(modules.before(ext4));
        assertEquals(ext4.depends().stream().sorted().toList(), before.stream().sorted().toList());
        for (KernelModule module : modules.before(ext4)) {
            int place = before.indexOf(module.object().name());
            assertTrue(before.subList(0, place).containsAll(module.depends()), before.toString());
        }
        assertEquals(List.of(), modules.missing(ext4));
    }

    @Test
    void whatIsMissingIsNamedUnlessItIsBuiltIn() throws IOException {
        install("fs/ext4/ext4");
        install("fs/jbd2/jbd2");
        Files.writeString(folder.resolve("modules.builtin"), "kernel/lib/crc16.ko\n");
        KernelModules modules = kernel().modules();
        assertEquals(List.of("mbcache"), modules.missing(modules.named("ext4").orElseThrow()));
        assertTrue(modules.builtIn().contains("crc16"));
    }

    @Test
    void aListOfDependenciesThatIsNotOfTheseModulesIsNoted() throws IOException {
        install("fs/mbcache");
        Files.writeString(folder.resolve("modules.dep"), "kernel/fs/gone.ko: kernel/fs/mbcache.ko\n");
        List<String> notes = kernel().modules().notes();
        assertTrue(notes.getFirst().contains("kernel/fs/gone.ko") && notes.getFirst().contains("depmod"),
                notes.toString());
        assertTrue(notes.getLast().contains("kernel/fs/mbcache.ko"), notes.toString());
        Files.writeString(folder.resolve("modules.dep"), "kernel/fs/mbcache.ko:\n");
        assertEquals(List.of(), kernel().modules().notes());
    }

    @Test
    void ofTwoModulesOfANameTheOneThatModprobeTakesIsRead() throws IOException {
        install("fs/mbcache");
        Path update = folder.resolve("updates/dkms/mbcache.ko");
        Files.createDirectories(update.getParent());
        Files.copy(stock("lib/crc16"), update);
        TargetKernel kernel = kernel();
        assertEquals(List.of("updates/dkms/mbcache.ko"),
                kernel.modules().modules().stream().map(KernelModule::file).toList());
        assertFalse(kernel.symbols(new ObjectName.Module("mbcache")).map(KernelSymbol::name)
                .anyMatch("mb_cache_create"::equals));
        assertTrue(kernel.modules().notes().getFirst().contains("twice"));
    }

    @Test
    void exportsOfAnotherBuildAreRefused() throws IOException {
        install("fs/mbcache");
        Export export = kernel().exports().findFirst().orElseThrow();
        Path symvers = Files.writeString(root.resolve("Module.symvers"), String.format("0x%08x\t%s\tfs/mbcache\t%s\t%n",
                export.crc().orElseThrow() + 1, export.name(), "EXPORT_SYMBOL"));
        assertEquals(Optional.empty(), reading(symvers).kernel());
        assertTrue(reading(symvers).problems().getFirst().message().contains("another build"));
        Files.writeString(symvers, Files.readString(symvers).replace(
                String.format("0x%08x", export.crc().orElseThrow() + 1),
                String.format("0x%08x", export.crc().orElseThrow())));
        assertEquals(List.of(), reading(symvers).problems());
    }

    @Test
    void modulesOfAnotherBuildOfTheSameReleaseAreRefused() throws IOException {
        install("fs/mbcache");
        int version = kernel().modules().named("mbcache").orElseThrow().structVersion().orElseThrow();
        Path symvers = root.resolve("Module.symvers");
        for (Map.Entry<Integer, Integer> each : Map.of(version, 0, version + 1, 1).entrySet()) {
            Files.writeString(symvers, String.format("0x%08x\tmodule_layout\tvmlinux\tEXPORT_SYMBOL\t%n",
                    each.getKey()));
            assertEquals(each.getValue(), reading(symvers).problems().size(), reading(symvers).toString());
        }
        Files.writeString(symvers, String.format("0x%08x\tmodule_layout\tvmlinux\tEXPORT_SYMBOL\t%n", version + 1));
        assertTrue(reading(symvers).problems().getFirst().message().contains("kernel/fs/mbcache.ko"));
    }

    @Test
    void anIndexHoldsWhatIsKnownOfModules() throws IOException {
        install("fs/mbcache");
        IndexedKernel kernel = (IndexedKernel) kernel();
        Path file = root.resolve("shared.klpidx");
        IndexFile.write(kernel, file, IndexFile.Encoding.COMPACT);
        TargetKernel opened = KernelReader.read(List.of(file.toString()), cache).kernel().orElseThrow();
        assertEquals(facts(kernel, "mbcache"), facts(opened, "mbcache"));
        assertEquals(kernel.modules(), opened.modules());
    }
}
