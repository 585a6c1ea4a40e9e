package org.klpls.core.kernel.running;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.testing.kernel.Job;
import org.klpls.core.testing.kernel.Outcome;
import org.klpls.core.testing.kernel.Payload;
import org.klpls.core.testing.kernel.RealKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * What a kernel without KASLR said of itself while five of its modules were loaded.
 *
 * @param release as uname -r has it
 * @param kallsyms lines of /proc/kallsyms
 * @param traceable lines of available_filter_functions
 */
record RunningKernel(String release, List<LoadedModule> modules, List<String> kallsyms, List<String> traceable) {
    private static final int MODULES = 5;

    /**
     * Boots it, loads its largest file systems that need no other module, and asks.
     *
     * @param folder of the modules, {@code lib/modules/RELEASE}; without it none is loaded
     * @param scratch for their files, uncompressed
     */
    static RunningKernel of(RealKernel kernel, Optional<Path> folder, Path scratch) throws IOException {
        List<ModuleUnderTest> modules = folder.isPresent() ? largestModules(folder.get(), scratch) : List.of();
        List<Job> jobs = new ArrayList<>();
        modules.forEach(module -> jobs.add(new Job.LoadAndKeep(module.file())));
        jobs.add(new Job.Read("/proc/kallsyms"));
        jobs.add(new Job.Read("/sys/kernel/tracing/available_filter_functions"));
        jobs.add(new Job.Read("/proc/sys/kernel/osrelease"));
        modules.forEach(module -> module.sections().forEach(section -> jobs.add(
                new Job.Read("/sys/module/" + module.name() + "/sections/" + section.name()))));
        List<Outcome> outcomes = kernel.run(jobs);
        List<LoadedModule> loaded = new ArrayList<>();
        int asked = modules.size();
        int at = asked + 3;
        for (int i = 0; i < modules.size(); i++) {
            ModuleUnderTest module = modules.get(i);
            assertEquals("0", outcomes.get(i).errnoName(), module.name() + "\n" + outcomes.get(i));
            Map<Integer, Long> addresses = new HashMap<>();
            for (SectionHeader section : module.sections()) {
                lines(outcomes.get(at++)).forEach(
                        line -> addresses.put(section.index().value(),
                                Long.parseUnsignedLong(line.substring(2), 16)));
            }
            loaded.add(new LoadedModule(module, addresses));
        }
        loaded.forEach(module -> module.placePerCpu(lines(outcomes.get(asked))));
        return new RunningKernel(lines(outcomes.get(asked + 2)).getFirst(), loaded, lines(outcomes.get(asked)),
                lines(outcomes.get(asked + 1)));
    }

    private static List<ModuleUnderTest> largestModules(Path folder, Path scratch) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve("kernel/fs"))) {
            files = all.filter(f -> f.getFileName().toString().contains(".ko"))
                    .sorted(Comparator.comparingLong(RunningKernel::size).reversed())
                    .toList();
        }
        List<ModuleUnderTest> modules = new ArrayList<>();
        for (Path file : files) {
            byte[] content = Payload.ofModule(file);
            if (modules.size() < MODULES
                    && new String(content, StandardCharsets.ISO_8859_1).contains("\0depends=\0")) {
                modules.add(ModuleUnderTest.of(file, content, scratch));
            }
        }
        assertEquals(MODULES, modules.size());
        return modules;
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static List<String> lines(Outcome outcome) {
        return new String(outcome.content(), StandardCharsets.UTF_8).lines().toList();
    }
}
