package org.klpls.core.real.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.testing.kernel.BuiltModule;
import org.klpls.core.testing.kernel.KernelModuleBuild;
import org.klpls.core.testing.kernel.StockKernel;

/**
 * Relocated by klpls at the addresses that the real kernel chose, a module's memory is the kernel's, but for places that
 * the kernel is known to change afterwards.
 */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.SOURCE, RealThing.QEMU})
class RelocatedMemoryTest {
    @TempDir
    static Path folder;

    private static final MemoryComparison COMPARISON = new MemoryComparison(StockKernel.V6_1);

    @BeforeAll
    static void readTheKernelsMemory() throws IOException {
        COMPARISON.read(Stream.of(own(), kernelsOwn(), debians()).flatMap(List::stream).toList());
    }

    private static List<Subject> own() throws IOException {
        return MemoryComparison.ownLivepatches(StockKernel.V6_1, folder);
    }

    private static List<Subject> kernelsOwn() throws IOException {
        List<Subject> own = new ArrayList<>();
        for (BuiltModule module : KernelModuleBuild.kernelsOwn()) {
            Path path = folder.resolve(module.name() + ".ko");
            LoadedFile file = LoadedFile.of(Files.write(path, WithoutInit.of(Files.readAllBytes(module.ko()))));
            own.add(new Subject(file.name(), List.of(file), List.of(file.name())));
        }
        return own;
    }

    private static List<Subject> debians() throws IOException {
        DebiansModules modules = DebiansModules.of(StockKernel.V6_1, Files.createDirectory(folder.resolve("debian")));
        return Stream.of("ext4", "btrfs", "kvm", "nf_tables", "xfs").map(modules::subject).toList();
    }

    static List<Subject> subjects() {
        return COMPARISON.subjects();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyByteIsTheKernelsButWhereItChangesThem(Subject subject) {
        COMPARISON.assertSame(subject);
    }
}
