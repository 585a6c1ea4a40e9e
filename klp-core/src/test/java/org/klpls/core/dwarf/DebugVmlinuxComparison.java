package org.klpls.core.dwarf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.facts.KernelFunctionFacts;
import org.klpls.core.facts.KernelFunctionFacts.CodeFacts;
import org.klpls.core.facts.KernelFunctionFacts.DefinitionFacts;
import org.klpls.core.facts.KernelFunctionFacts.OccurrenceFacts;
import org.klpls.core.facts.KernelFunctions;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.PatchPoints;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.model.ObjectName;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * {@code __schedule} and functions picked by a seed, out of the debug info of Debian's whole kernel, as llvm-dwarfdump sees
 * them. Not part of {@code mvn verify}: the package has 860 MB. docs/testing.md has the command; {@code -Dklpls.functions=N}
 * compares more functions, 0 all.
 */
@NeedsRealThings({RealThing.DWARF, RealThing.KERNEL_DBG})
class DebugVmlinuxComparison {
    private static final int ROUNDS = 5;
    private static final long SEED = Long.getLong("klpls.seed", 20261122);

    @Test
    void codesCopiesAndCallsOfSeededFunctionsAreThoseThatLlvmDwarfdumpSees() throws IOException, InterruptedException {
        Path vmlinux = RealThings.debugVmlinux();
        ElfImage image = ElfReader.read(vmlinux, ElfBytes.map(vmlinux)).image().orElseThrow();
        DebugInfoReading reading = DebugInfoReader.read(image);
        assertEquals(List.of(), reading.problems());
        InlineMap map = reading.map().orElseThrow();
        List<String> mapped = new MappedFunctions(map, image).lines();
        List<String> dumped = DumpedFunctions.of(RealThings.llvmDwarfdump(), vmlinux, true).lines();
        Set<String> names = names(map);
        List<String> expected = dumped.stream().filter(line -> names.contains(subject(line))).toList();
        List<String> found = mapped.stream().filter(line -> names.contains(subject(line))).toList();
        assertTrue(expected.stream().anyMatch(line -> subject(line).equals("__schedule")));
        Set<String> there = new HashSet<>(found);
        assertEquals(List.of(), expected.stream().filter(line -> !there.contains(line)).limit(20).toList(), "missing");
        assertEquals(expected.size(), found.size());
        assertEquals(expected, found);
        System.err.println(names.size() + " names, " + found.size() + " codes, copies and calls: 0 differences");
    }

    /** What authors ask, as {@code klpls kernel function} answers it where debug info is given. */
    @Test
    void eachQuestionOfAnAuthorHasAnAnswerToActOn(@TempDir Path cache) {
        TargetKernel kernel = KernelReader.read(List.of(RealThings.debugVmlinux().toString()), new KernelCache(cache))
                .kernel().orElseThrow();
        assertTrue(patched(kernel, "finish_task_switch").getFirst().startsWith("finish_task_switch."), "the clone");
        DefinitionFacts inSchedule = only(kernel, "context_switch");
        assertEquals(List.of(), inSchedule.symbols());
        assertEquals(List.of(PatchPoints.SCHEDULE), names(inSchedule.beyondReach()));
        assertEquals(List.of(), only(kernel, PatchPoints.SCHEDULE).callers());
        assertEquals(List.of(PatchPoints.SCHEDULE), names(only(kernel, PatchPoints.SCHEDULE).beyondReach()));
        KernelFunctionFacts show = KernelFunctions.of(kernel, ObjectName.VMLINUX, "show");
        assertTrue(show.occurrences().size() > 1);
        for (OccurrenceFacts occurrence : show.occurrences()) {
            assertTrue(occurrence.function().orElseThrow().source().orElseThrow().file().endsWith(".c"));
        }
        for (String whole : List.of("kfree", "__x64_sys_uname")) {
            assertEquals(List.of(whole), patched(kernel, whole));
            assertEquals(List.of(), only(kernel, whole).callers());
        }
        DefinitionFacts memcpy = only(kernel, "memcpy");
        assertEquals(List.of(), memcpy.own());
        assertTrue(memcpy.callers().size() > 100, "callers to patch instead");
        assertEquals(Optional.empty(), KernelFunctions.of(kernel, ObjectName.VMLINUX, "memcpy").prototype());
        DefinitionFacts start = only(kernel, "start_kernel");
        assertEquals(List.of(), start.own());
        assertTrue(start.symbols().getFirst().reasons().contains("klp-target-init"), start.toString());
    }

    private static DefinitionFacts only(TargetKernel kernel, String name) {
        List<DefinitionFacts> all = KernelFunctions.of(kernel, ObjectName.VMLINUX, name).definitions();
        assertEquals(1, all.size(), name);
        return all.getFirst();
    }

    private static List<String> patched(TargetKernel kernel, String name) {
        return names(only(kernel, name).own());
    }

    private static List<String> names(List<CodeFacts> codes) {
        return codes.stream().map(CodeFacts::name).toList();
    }

    /** In turn, as whole processes: the map of all functions, and llvm-dwarfdump looking for one name. */
    @Test
    void bothAreTimed() throws IOException, InterruptedException {
        String vmlinux = RealThings.debugVmlinux().toString();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (int i = 0; i < ROUNDS; i++) {
            double map = seconds(List.of(java, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                    MapOnce.class.getName(), vmlinux));
            double dump = seconds(List.of(RealThings.llvmDwarfdump().toString(), "--name=__schedule", vmlinux));
            System.err.printf("whole map %.2f s, llvm-dwarfdump --name=__schedule %.2f s: %.2f%n", map, dump,
                    map / dump);
        }
    }

    private static double seconds(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertEquals(0, process.waitFor(), command.toString());
        return (System.nanoTime() - start) / 1e9;
    }

    /** A process of its own: reads the debug info of a file. */
    static final class MapOnce {
        private MapOnce() {}

        public static void main(String[] files) throws IOException {
            Path file = Path.of(files[0]);
            ElfImage image = ElfReader.read(file, ElfBytes.map(file)).image().orElseThrow();
            if (DebugInfoReader.read(image).map().isEmpty()) {
                throw new IOException("no map");
            }
        }
    }

    private static Set<String> names(InlineMap map) {
        List<String> all = new ArrayList<>();
        for (int f = 0; f < map.functions(); f++) {
            all.add(map.name(f));
        }
        Collections.shuffle(all, new Random(SEED));
        int wanted = Integer.getInteger("klpls.functions", 200);
        Set<String> names = new HashSet<>(wanted == 0 ? all : all.subList(0, Math.min(wanted, all.size())));
        names.add("__schedule");
        return names;
    }

    /** The name in "copy of NAME FILE:LINE ...". */
    private static String subject(String line) {
        int begin = line.indexOf(" of ") + " of ".length();
        return line.substring(begin, line.indexOf(' ', begin));
    }
}
