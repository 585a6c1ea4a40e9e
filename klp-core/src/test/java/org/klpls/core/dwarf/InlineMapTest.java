package org.klpls.core.dwarf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.core.elf.ElfHeader;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfReader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** The same functions, codes, copies, ranges and calls as llvm-dwarfdump sees, in every form that debug info has. */
@NeedsRealThings(RealThing.DWARF)
class InlineMapTest {
    @TempDir
    private static Path folder;
    private static Map<String, Path> files;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        files = DebugInfoBuild.in(folder);
    }

    @TestFactory
    Stream<DynamicTest> everyCodeCopyAndCallIsTheOneThatLlvmDwarfdumpSees() {
        return files.entrySet().stream().map(file -> dynamicTest(file.getKey(), () -> {
            // llvm-dwarfdump 14 reads no zstd: what was compressed is the same.
            Path dumped = file(file.getKey().replace(", zstd", ""));
            List<String> expected = DumpedFunctions.of(RealThings.llvmDwarfdump(), dumped, isLinked(dumped)).lines();
            assertTrue(expected.stream().anyMatch(line -> line.startsWith("code of")), "nothing is compared");
            List<String> found = new MappedFunctions(map(file.getValue()), image(file.getValue())).lines();
            assertEquals(List.of(), expected.stream().filter(line -> !found.contains(line)).toList(), "missing");
            assertEquals(expected, found);
        }));
    }

    @Test
    void theComparedFilesHoldNestedCopiesClonesAndPartialUnits() throws IOException, InterruptedException {
        List<String> linked = new MappedFunctions(map(file("DWARF 5, linked")),
                image(file("DWARF 5, linked"))).lines();
        assertTrue(linked.stream().anyMatch(l -> l.startsWith("copy of is_empty") && l.contains("in copy of first")));
        assertTrue(linked.stream().anyMatch(l -> l.startsWith("code of mix")));
        assertTrue(linked.stream().anyMatch(l -> l.startsWith("call of checksum") && l.contains("consumer_fold")));
        Process dump = new ProcessBuilder(RealThings.llvmDwarfdump().toString(), "--debug-info",
                file("DWARF 5, linked, partial units").toString()).start();
        assertTrue(new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .contains("DW_TAG_partial_unit"));
        assertEquals(0, dump.waitFor());
    }

    @Test
    void bothFunctionsOfANameAreToldApartByTheirFile() {
        InlineMap map = map(file("DWARF 5, linked"));
        assertEquals(List.of("consumer.c", "producer.c"),
                map.named("check").mapToObj(f -> map.file(f).orElseThrow()).toList());
    }

    private static Path file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private static boolean isLinked(Path file) {
        return image(file).header().type() != ElfHeader.ET_REL;
    }

    private static ElfImage image(Path file) {
        return ElfReader.read(file).image().orElseThrow();
    }

    private static InlineMap map(Path file) {
        DebugInfoReading reading = DebugInfoReader.read(image(file));
        assertEquals(List.of(), reading.problems());
        return reading.map().orElseThrow();
    }
}
