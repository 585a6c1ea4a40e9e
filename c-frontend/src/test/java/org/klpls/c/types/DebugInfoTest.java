package org.klpls.c.types;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.KernelTree;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Kernel files against gcc's own debug info of them: functions, variables, structs, unions, enums, typedefs; their names, files,
 * lines, storage, sizes, alignments, bit offsets and types, those of all headers too. {@code -Dklpls.debugInfoFiles=40} takes
 * more files (and half as many of the newer kernel), {@code -Dklpls.kernelSeed=7} others.
 */
@NeedsRealThings({RealThing.HEADERS, RealThing.SOURCE, RealThing.HEADERS_6_12, RealThing.SOURCE_6_12})
class DebugInfoTest {
    private static final int USUAL_SAMPLE = 3;

    @TempDir
    Path temp = Path.of("");

    @Test
    void whatAProgramTellsIsInGccsDebugInfo() throws IOException {
        compare(KernelTree.v6_1(), Integer.getInteger("klpls.debugInfoFiles", USUAL_SAMPLE));
    }

    @Test
    void whatAProgramOfANewerKernelTellsIsInGccsDebugInfo() throws IOException {
        compare(KernelTree.v6_12(), (Integer.getInteger("klpls.debugInfoFiles", USUAL_SAMPLE) + 1) / 2);
    }

    private void compare(KernelTree tree, int wanted) throws IOException {
        KernelUnits units = new KernelUnits(tree);
        List<String> differences = new ArrayList<>();
        int compared = 0;
        int facts = 0;
        for (Path file : tree.files(Integer.getInteger("klpls.kernelSeed", 12))) {
            if (compared == wanted) {
                break;
            }
            Path object = temp.resolve("one.o");
            List<String> more = List.of("-w", "-gdwarf-5", "-fno-eliminate-unused-debug-types", "-c", file.toString(),
                    "-o", object.toString());
            if (KernelUnits.gcc(tree.command(file), more, temp.resolve("said"))) {
                compared++;
                DebugInfoComparison comparison = new DebugInfoComparison(new DebugInfo(object),
                        Program.of(units.parse(file).unit()));
                comparison.run();
                facts += comparison.facts();
                comparison.differences().forEach(it -> differences.add(file + ": " + it));
            }
        }
        assertEquals("", String.join("\n", differences.subList(0, Math.min(60, differences.size()))));
        assertEquals(wanted, compared);
        assertTrue(facts > compared * 10_000, "only " + facts + " facts");
    }
}
