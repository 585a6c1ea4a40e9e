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
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.PlacedModule;
import org.klpls.core.loader.RelocateModule;
import org.klpls.core.loader.RelocatedModule;
import org.klpls.core.real.variant.Bases;
import org.klpls.core.testing.kernel.Job;
import org.klpls.core.testing.kernel.Outcome;
import org.klpls.core.testing.kernel.RealKernel;
import org.klpls.core.testing.kernel.SectionMemory;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** The memory of modules in one real kernel, and what klpls makes of them at the same addresses. */
final class MemoryComparison {
    private static final int SHOWN = 20;

    private final StockKernel kernel;
    private final TargetKernel target;
    private final Map<String, Map<String, List<SectionMemory>>> memory = new HashMap<>();
    private final List<Subject> subjects = new ArrayList<>();

    MemoryComparison(StockKernel kernel) {
        this.kernel = kernel;
        this.target = KernelReader.read(List.of(kernel.vmlinuz().toString())).kernel().orElseThrow();
    }

    /** A livepatch of vmlinux with all relocation types, a rich one, and one for a module that is there, comes later, or has gone. */
    static List<Subject> ownLivepatches(StockKernel kernel, Path folder) throws IOException {
        Bases bases = Bases.build(kernel);
        Map<String, LoadedFile> files = new HashMap<>();
        for (String name : List.of(Bases.KLP, Bases.RICH, Bases.TARGET, Bases.MODOBJ)) {
            files.put(name, LoadedFile.of(Files.write(folder.resolve(name + ".ko"), bases.module(name))));
        }
        LoadedFile target = files.get(Bases.TARGET);
        LoadedFile modobj = files.get(Bases.MODOBJ);
        return List.of(new Subject(Bases.KLP, List.of(files.get(Bases.KLP)), List.of(Bases.KLP)),
                new Subject(Bases.RICH, List.of(files.get(Bases.RICH)), List.of(Bases.RICH)),
                new Subject("early", List.of(target, modobj), List.of(Bases.TARGET, Bases.MODOBJ)),
                new Subject("late", List.of(modobj, target), List.of(Bases.TARGET, Bases.MODOBJ)),
                new Subject("gone", List.of(modobj, target), List.of(Bases.MODOBJ), List.of(Bases.TARGET)));
    }

    List<Subject> subjects() {
        return List.copyOf(subjects);
    }

    /** Asks the real kernel. */
    void read(List<Subject> asked) {
        subjects.addAll(asked);
        List<List<Outcome>> outcomes = RealKernel.of(kernel)
                .runEach(asked.stream().map(MemoryComparison::jobs).toList());
        for (int i = 0; i < asked.size(); i++) {
            memory.put(asked.get(i).name(), memory(asked.get(i), outcomes.get(i)));
        }
    }

    /** All are loaded, and looked at; then some go, and the others are looked at again. */
    private static List<Job> jobs(Subject subject) {
        return Stream.of(subject.modules().stream().<Job>map(file -> new Job.LoadAndKeep(file.path())),
                subject.modules().stream().<Job>map(LoadedFile::readSections),
                subject.gone().stream().<Job>map(Job.Unload::new),
                subject.staying().stream().<Job>map(LoadedFile::readSections)).flatMap(jobs -> jobs).toList();
    }

    private static Map<String, List<SectionMemory>> memory(Subject subject, List<Outcome> outcomes) {
        Map<String, List<SectionMemory>> memory = new HashMap<>();
        int count = subject.modules().size();
        for (int i = 0; i < count; i++) {
            assertEquals(0, outcomes.get(i).loaded().orElse(-1), outcomes.get(i)::toString);
            LoadedFile file = subject.modules().get(i);
            memory.put(file.name(), SectionMemory.of(file.readSections(), outcomes.get(count + i)));
        }
        int second = 2 * count + subject.gone().size();
        for (int i = 0; i < subject.staying().size(); i++) {
            LoadedFile file = subject.staying().get(i);
            memory.put(file.name(), SectionMemory.of(file.readSections(), outcomes.get(second + i)));
        }
        return memory;
    }

    /** Every byte of the modules is the kernel's, but for places that it changes, each for a reason. */
    void assertSame(Subject subject) {
        Map<String, PlacedModule> placed = new HashMap<>();
        subject.modules().forEach(file -> placed.put(file.name(), new PlacedModule(file.module(),
                sections(subject, file.name()).stream()
                        .collect(Collectors.toMap(SectionMemory::name, SectionMemory::address)))));
        for (String name : subject.compared()) {
            PlacedModule module = Optional.ofNullable(placed.get(name)).orElseThrow();
            List<PlacedModule> gone = placed.entrySet().stream().filter(e -> subject.gone().contains(e.getKey()))
                    .map(Map.Entry::getValue).toList();
            List<PlacedModule> others = placed.values().stream()
                    .filter(other -> !other.equals(module) && !gone.contains(other)).toList();
            RelocatedModule relocated = RelocateModule.run(module, target, others, gone);
            assertEquals(List.of(), relocated.messages());
            assertSame(name, module, relocated, sections(subject, name));
        }
    }

    private List<SectionMemory> sections(Subject subject, String module) {
        return Optional.ofNullable(memory.get(subject.name()))
                .flatMap(modules -> Optional.ofNullable(modules.get(module))).orElseThrow();
    }

    private static long[] sorted(byte[] addresses) {
        long[] sorted = new long[addresses.length / Long.BYTES];
        ByteBuffer.wrap(addresses).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(sorted);
        Arrays.sort(sorted);
        return sorted;
    }

    private void assertSame(String name, PlacedModule module, RelocatedModule relocated,
            List<SectionMemory> real) {
        KernelChanges changes = KernelChanges.of(module.module(), relocated, target);
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
