package org.klpls.core.real.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.loader.PlacedModule;
import org.klpls.core.loader.RelocateModule;
import org.klpls.core.loader.RelocatedModule;
import org.klpls.core.real.Stock;
import org.klpls.core.real.variant.Bases;
import org.klpls.core.testing.kernel.BuiltModule;
import org.klpls.core.testing.kernel.Job;
import org.klpls.core.testing.kernel.KernelModuleBuild;
import org.klpls.core.testing.kernel.Outcome;
import org.klpls.core.testing.kernel.RealKernel;
import org.klpls.core.testing.kernel.SectionMemory;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * Relocated by klpls at the addresses that the real kernel chose, a module's memory is the kernel's, but for places that
 * the kernel is known to change afterwards.
 */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.SOURCE, RealThing.QEMU})
class RelocatedMemoryTest {
    private static final int SHOWN = 20;

    @TempDir
    static Path folder;

    private static final Map<String, Map<String, List<SectionMemory>>> MEMORY = new HashMap<>();
    private static List<Subject> subjects = List.of();

    @BeforeAll
    static void readTheKernelsMemory() throws IOException {
        subjects = Stream.of(own(), kernelsOwn(), debians()).flatMap(List::stream).toList();
        List<List<Outcome>> outcomes = RealKernel.stock()
                .runEach(subjects.stream().map(RelocatedMemoryTest::jobs).toList());
        for (int i = 0; i < subjects.size(); i++) {
            MEMORY.put(subjects.get(i).name(), memory(subjects.get(i), outcomes.get(i)));
        }
    }

    private static List<Subject> own() throws IOException {
        Bases bases = Bases.build(StockKernel.V6_1);
        Map<String, LoadedFile> files = new HashMap<>();
        for (String name : List.of(Bases.KLP, Bases.RICH, Bases.TARGET, Bases.MODOBJ)) {
            files.put(name, LoadedFile.of(Files.write(folder.resolve(name + ".ko"), bases.module(name))));
        }
        LoadedFile target = files.get(Bases.TARGET);
        LoadedFile modobj = files.get(Bases.MODOBJ);
        return List.of(new Subject(Bases.KLP, List.of(files.get(Bases.KLP)), List.of(Bases.KLP)),
                new Subject(Bases.RICH, List.of(files.get(Bases.RICH)), List.of(Bases.RICH)),
                new Subject("early", List.of(target, modobj), List.of(Bases.TARGET, Bases.MODOBJ)),
                new Subject("late", List.of(modobj, target), List.of(Bases.TARGET, Bases.MODOBJ)));
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

    private static List<Job> jobs(Subject subject) {
        return Stream.<Job>concat(subject.modules().stream().map(file -> new Job.LoadAndKeep(file.path())),
                subject.modules().stream().map(LoadedFile::readSections)).toList();
    }

    private static Map<String, List<SectionMemory>> memory(Subject subject, List<Outcome> outcomes) {
        Map<String, List<SectionMemory>> memory = new HashMap<>();
        int count = subject.modules().size();
        for (int i = 0; i < count; i++) {
            assertEquals(0, outcomes.get(i).loaded().orElse(-1), outcomes.get(i)::toString);
            LoadedFile file = subject.modules().get(i);
            memory.put(file.name(), SectionMemory.of(file.readSections(), outcomes.get(count + i)));
        }
        return memory;
    }

    static List<Subject> subjects() {
        return subjects;
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyByteIsTheKernelsButWhereItChangesThem(Subject subject) {
        Map<String, List<SectionMemory>> memory = Optional.ofNullable(MEMORY.get(subject.name())).orElseThrow();
        Map<String, PlacedModule> placed = new HashMap<>();
        subject.modules().forEach(file -> placed.put(file.name(), new PlacedModule(file.module(),
                sections(memory, file.name()).stream()
                        .collect(Collectors.toMap(SectionMemory::name, SectionMemory::address)))));
        for (String name : subject.compared()) {
            PlacedModule module = Optional.ofNullable(placed.get(name)).orElseThrow();
            List<PlacedModule> others = placed.values().stream().filter(other -> !other.equals(module)).toList();
            RelocatedModule relocated = RelocateModule.run(module, Stock.kernel(), others);
            assertEquals(List.of(), relocated.messages());
            assertSame(name, module, relocated, sections(memory, name));
        }
    }

    private static List<SectionMemory> sections(Map<String, List<SectionMemory>> memory, String module) {
        return Optional.ofNullable(memory.get(module)).orElseThrow();
    }

    private static long[] sorted(byte[] addresses) {
        long[] sorted = new long[addresses.length / Long.BYTES];
        ByteBuffer.wrap(addresses).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(sorted);
        Arrays.sort(sorted);
        return sorted;
    }

    private static void assertSame(String name, PlacedModule module, RelocatedModule relocated,
            List<SectionMemory> real) {
        KernelChanges changes = KernelChanges.of(module.module(), relocated, Stock.kernel());
        List<String> unexplained = new ArrayList<>();
        Map<String, Integer> explained = new TreeMap<>();
        assertFalse(real.isEmpty());
        for (SectionMemory section : real.stream().filter(s -> !s.name().startsWith(".init")).toList()) {
            byte[] told = relocated.sections().stream().filter(s -> s.name().equals(section.name())).findFirst()
                    .orElseThrow().bytes();
            if (KernelChanges.SORTED_BY_FTRACE.equals(section.name())) {
                assertArrayEquals(sorted(told), sorted(section.bytes()), name);
            }
            for (int i = 0; i < told.length; i++) {
                if (told[i] != section.bytes()[i]) {
                    Optional<String> cause = changes.cause(section.name(), i);
                    cause.ifPresent(why -> explained.merge(why, 1, Integer::sum));
                    if (cause.isEmpty()) {
                        unexplained.add(String.format("%s+0x%x: the kernel has %02x, klpls %02x", section.name(), i,
                                section.bytes()[i], told[i]));
                    }
                }
            }
        }
        assertEquals(List.of(), unexplained.stream().limit(SHOWN).toList(),
                () -> name + ": " + unexplained.size() + " bytes; explained: " + explained);
    }
}
