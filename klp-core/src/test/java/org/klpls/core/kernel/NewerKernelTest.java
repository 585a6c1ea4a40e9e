package org.klpls.core.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.model.ObjectName;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Debian's 6.12: zstd with a large window, and kallsyms in the order of tables that came with 6.4. */
@NeedsRealThings({RealThing.KERNEL_6_12, RealThing.HEADERS_6_12})
class NewerKernelTest {
    @Test
    void symbolsExportsAndTypesAreReadAsFromOlderOnes(@TempDir Path cache) throws IOException {
        KernelReading reading = KernelReader.read(List.of(RealThings.vmlinuz612().toString()), new KernelCache(cache));
        assertEquals(List.of(), reading.problems());
        TargetKernel kernel = reading.kernel().orElseThrow();
        Set<String> expected = Files
                .readAllLines(Path.of(RealThings.fetched("headers-6.12.folder")).resolve("Module.symvers"))
                .stream()
                .filter(line -> line.split("\t")[2].equals("vmlinux"))
                .map(line -> String.join(" ", line.split("\t")[0], line.split("\t")[1], line.split("\t")[3]))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = kernel.exports()
                .map(e -> String.format(Locale.ROOT, "0x%08x %s EXPORT_SYMBOL%s", e.crc().orElse(0), e.name(),
                        e.gplOnly() ? "_GPL" : ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, known);
        assertEquals(Optional.of(RealThings.fetched("kernel-6.12.release")), kernel.identity().release());
        KernelSymbol traced = kernel.occurrences(ObjectName.VMLINUX, "cmdline_proc_show").getFirst();
        assertEquals(new Traceability.Yes(), kernel.traceability(traced));
        assertEquals(List.of(),
                kernel.symbols(ObjectName.VMLINUX)
                        .filter(s -> kernel.traceability(s) instanceof Traceability.Yes && s.address() >= 0)
                        .toList());
        assertEquals(Optional.of("int (struct seq_file *, void *)"), kernel.prototype("cmdline_proc_show"));
        assertTrue(kernel.layout("klp_func").orElseThrow().member("new_func").isPresent());
    }
}
