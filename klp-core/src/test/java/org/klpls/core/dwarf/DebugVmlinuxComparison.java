package org.klpls.core.dwarf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfReader;

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
    private static final long SEED = 20261122;

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
