package org.klpls.core.kernel.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.KernelReading;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.KernelVersion;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.kernel.image.Locations;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.model.ObjectName;
import org.klpls.core.testing.kernel.Payload;
import org.klpls.core.testing.kernel.RealKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What klpls reads out of a stock image and of module files, against the same kernel while it runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FactsOfARunningKernel {
    /** Of a call to the tracer that belongs to no function. Source: kernel/trace/ftrace.c FTRACE_INVALID_FUNCTION, v6.1. */
    private static final String INVALID = "__ftrace_invalid_address__";

    /** Before the call, where CONFIG_X86_KERNEL_IBT is set. Source: arch/x86/include/asm/ftrace.h, v6.2. */
    private static final int ENDBR_SIZE = 4;

    private TargetKernel kernel;
    private RunningKernel running;

    abstract KernelFiles files();

    /** @param scratch a folder that is there while the tests run */
    abstract RealKernel machine(Path scratch);

    @BeforeAll
    void readTheKernelAndRunIt(@TempDir Path folder) throws IOException {
        KernelReading reading = KernelReader.read(files().inputs(), new KernelCache(folder.resolve("cache")));
        assertEquals(List.of(), reading.problems());
        kernel = reading.kernel().orElseThrow();
        running = RunningKernel.of(machine(folder), files().modules(), folder);
    }

    @Test
    void everyNameAddressAndTypeOfVmlinuxIsAsInKallsymsInOrder() {
        List<String> expected = running.kallsyms().stream().filter(line -> line.indexOf('\t') < 0).toList();
        assertSameLines(expected,
                kernel.symbols(ObjectName.VMLINUX).map(symbol -> line(symbol, symbol.address())).toList());
    }

    @Test
    void everyNameAddressAndTypeOfLoadedModulesIsAsInKallsymsInOrder() {
        assumeModules();
        for (LoadedModule module : running.modules()) {
            String owner = "\t[" + module.file().name() + "]";
            List<String> expected = running.kallsyms()
                    .stream()
                    .filter(line -> line.endsWith(owner))
                    .map(line -> line.substring(0, line.length() - owner.length()))
                    .toList();
            assertFalse(expected.isEmpty(), module.file().name());
            assertSameLines(expected,
                    module.placed(kernel).stream().map(p -> line(p.symbol(), p.address())).toList());
        }
    }

    private void assumeModules() {
        assumeTrue(files().modules().isPresent(), "no folder of modules is given");
    }

    private static String line(KernelSymbol symbol, long address) {
        return String.format(Locale.ROOT, "%016x %c %s", address, symbol.type(), symbol.name());
    }

    /** Names the first difference: a list of all lines would not fit a screen. */
    private static void assertSameLines(List<String> expected, List<String> found) {
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            assertEquals(expected.get(i), found.get(i), "line " + i);
        }
        assertEquals(expected.size(), found.size());
    }

    /**
     * Before 5.18 a place that a weak function left behind was listed under the name of the function before it.
     * Source: commit b39181f7c690 "ftrace: Add FTRACE_MCOUNT_MAX_OFFSET to avoid adding weak function".
     */
    private boolean listsInvalidPlaces() {
        return KernelVersion.ofRelease(running.release()).orElseThrow().isAtLeast(5, 18);
    }

    @Test
    void traceableFunctionsAreThoseOfFtraceInOrder() {
        assumeTrue(listsInvalidPlaces(),
                "this kernel lists invalid places under names of functions: see the next test");
        List<LoadedModule.Placed> placed = kernel.symbols(ObjectName.VMLINUX)
                .map(symbol -> new LoadedModule.Placed(symbol, symbol.address()))
                .toList();
        List<String> expected = running.traceable()
                .stream()
                .filter(line -> line.indexOf('[') < 0 && !line.startsWith(INVALID))
                .toList();
        assertSameLines(expected, namesAsFtraceHasThem(placed));
    }

    /**
     * A weak function that was left out leaves its call to the tracer behind, in what is now part of the function before
     * it. The kernel lists it as invalid, with its distance from that function.
     */
    @Test
    void whatWeakFunctionsLeftBehindIsKnownAsThat() throws IOException {
        List<String> expected = running.traceable().stream().filter(line -> line.indexOf('[') < 0).toList();
        NavigableMap<Long, KernelSymbol> functions = new TreeMap<>(Long::compareUnsigned);
        kernel.symbols(ObjectName.VMLINUX).forEach(symbol -> functions.putIfAbsent(symbol.address(), symbol));
        List<String> known = new ArrayList<>();
        for (long location : Locations.of(Payload.of(files().vmlinuz()))) {
            KernelSymbol function = functions.floorEntry(location).getValue();
            switch (kernel.traceability(function)) {
                case Traceability.Freed _ -> {
                }
                case Traceability.No(Traceability.Reason reason) -> {
                    assertEquals(Traceability.Reason.WEAK_LEFTOVER, reason, function::toString);
                    known.add(listsInvalidPlaces() ? INVALID + "_" + (location - function.address()) : function.name());
                }
                case Traceability.Yes _ -> {
                    long distance = location - function.address();
                    known.add(distance <= ENDBR_SIZE || !listsInvalidPlaces()
                            ? function.name()
                            : INVALID + "_" + distance);
                }
                case Traceability.Unknown _ -> throw new AssertionError(function);
            }
        }
        assertSameLines(expected, known);
    }

    @Test
    void traceableFunctionsOfModulesAreThoseOfFtraceInOrder() {
        assumeModules();
        for (LoadedModule module : running.modules()) {
            String owner = " [" + module.file().name() + "]";
            List<String> expected = running.traceable()
                    .stream()
                    .filter(line -> line.endsWith(owner) && !line.startsWith(INVALID))
                    .map(line -> line.substring(0, line.length() - owner.length()))
                    .toList();
            assertFalse(expected.isEmpty(), module.file().name());
            assertSameLines(expected, namesAsFtraceHasThem(module.placed(kernel)));
        }
    }

    /**
     * By address, and of several names of one function that which kallsyms has first.
     * Source: kernel/trace/ftrace.c print_rec() and kernel/kallsyms.c get_symbol_pos(), v6.1.
     */
    private List<String> namesAsFtraceHasThem(List<LoadedModule.Placed> placed) {
        Map<Long, String> first = new TreeMap<>(Long::compareUnsigned);
        Set<Long> traceable = new TreeSet<>();
        for (LoadedModule.Placed symbol : placed) {
            first.putIfAbsent(symbol.address(), symbol.symbol().name());
            if (kernel.traceability(symbol.symbol()) instanceof Traceability.Yes) {
                traceable.add(symbol.address());
            }
        }
        first.keySet().retainAll(traceable);
        return List.copyOf(first.values());
    }

    @Test
    void exportsOfVmlinuxAndOfAllModulesAreThoseOfModuleSymvers() throws IOException {
        Path symvers = files().moduleSymvers().orElseGet(() -> abort("no Module.symvers is given"));
        Set<String> expected = Files.readAllLines(symvers)
                .stream()
                .map(FactsOfARunningKernel::withoutFolder)
                .filter(line -> files().modules().isPresent() || line.contains("\tvmlinux\t"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = kernel.exports()
                .map(FactsOfARunningKernel::symversLine)
                .collect(Collectors.toCollection(TreeSet::new));
        assertSameLines(List.copyOf(expected), List.copyOf(known));
    }

    /** Module.symvers has a module's path, an export the module's name. */
    private static String withoutFolder(String line) {
        String[] columns = line.split("\t", -1);
        columns[2] = columns[2].substring(columns[2].lastIndexOf('/') + 1).replace('-', '_');
        return String.join("\t", columns).stripTrailing();
    }

    private static String symversLine(Export export) {
        return String.format(Locale.ROOT, "0x%08x\t%s\t%s\tEXPORT_SYMBOL%s\t%s", export.crc().orElse(0), export.name(),
                export.owner().text(), export.gplOnly() ? "_GPL" : "", export.namespace().orElse("")).stripTrailing();
    }

    @Test
    void theImageSaysWhichKernelItIs() {
        String release = running.release();
        assertEquals(Optional.of(release), kernel.identity().release());
        assertTrue(kernel.identity().banner().orElse("").startsWith("Linux version " + release));
        assertTrue(kernel.identity().vermagic().orElse("").startsWith(release + " "));
        assertEquals(40, kernel.identity().buildId().orElse("").length());
        assertEquals(Optional.of("y"), kernel.config("CONFIG_LIVEPATCH"));
    }

    @Test
    void typesComeWithTheImage() {
        assertEquals(Optional.of("int (struct seq_file *, void *)"), kernel.prototype("cmdline_proc_show"));
        assertEquals(Optional.of("int cmdline_proc_show(struct seq_file *m, void *v)"),
                kernel.declaration("cmdline_proc_show"));
        assertTrue(kernel.layout("klp_func").orElseThrow().member("new_func").isPresent());
    }
}
