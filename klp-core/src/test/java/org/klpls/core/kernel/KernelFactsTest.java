package org.klpls.core.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.model.ObjectName;
import org.klpls.core.testing.kernel.Job;
import org.klpls.core.testing.kernel.Outcome;
import org.klpls.core.testing.kernel.RealKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What klpls reads out of a stock image and of module files, against the same kernel while it runs. */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.QEMU})
class KernelFactsTest {
    private static final int MODULES = 5;
    private static final String KALLSYMS = "/proc/kallsyms";
    private static final String TRACEABLE = "/sys/kernel/tracing/available_filter_functions";

    /** Five modules that need no other one, of the sizes that come. */
    private static List<Path> modules;
    private static TargetKernel kernel;
    private static List<String> kallsyms;
    private static List<String> traceable;

    @BeforeAll
    static void readTheKernelAndRunIt(@TempDir Path cache) throws IOException {
        modules = loadableModules();
        KernelReading reading = KernelReader.read(
                List.of(RealThings.vmlinuz().toString(), RealThings.modules().toString()), new KernelCache(cache));
        assertEquals(List.of(), reading.problems());
        kernel = reading.kernel().orElseThrow();
        List<Job> jobs = new ArrayList<>();
        modules.forEach(module -> jobs.add(new Job.LoadAndKeep(module)));
        jobs.add(new Job.Read(KALLSYMS));
        jobs.add(new Job.Read(TRACEABLE));
        List<Outcome> outcomes = RealKernel.stock().run(jobs);
        for (int i = 0; i < modules.size(); i++) {
            assertEquals("0", outcomes.get(i).errnoName(), modules.get(i) + "\n" + outcomes.get(i));
        }
        kallsyms = lines(outcomes.get(modules.size()));
        traceable = lines(outcomes.get(modules.size() + 1));
    }

    private static List<String> lines(Outcome outcome) {
        return new String(outcome.content(), StandardCharsets.UTF_8).lines().toList();
    }

    /** By modules.dep: a line with nothing behind the colon needs no other module. */
    private static List<Path> loadableModules() throws IOException {
        try (Stream<Path> files = Files.walk(RealThings.modules().resolve("kernel/lib"))) {
            return files.filter(f -> f.toString().endsWith(".ko"))
                    .filter(KernelFactsTest::needsNoOther)
                    .sorted()
                    .limit(MODULES)
                    .toList();
        }
    }

    private static boolean needsNoOther(Path module) {
        try {
            String content = new String(Files.readAllBytes(module), StandardCharsets.ISO_8859_1);
            return content.contains("\0depends=\0") && !content.contains("test_");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(KernelSymbol symbol) {
        return String.format(Locale.ROOT, "%016x %c %s", symbol.address(), symbol.type(), symbol.name());
    }

    @Test
    void everyNameAddressAndTypeOfVmlinuxIsAsInKallsymsInOrder() {
        List<String> expected = kallsyms.stream().filter(line -> line.indexOf('\t') < 0).toList();
        assertEquals(expected, kernel.symbols(ObjectName.VMLINUX).map(KernelFactsTest::line).toList());
    }

    @Test
    void everyNameAndTypeOfLoadedModulesIsAsInKallsymsInOrder() {
        assertEquals(MODULES, modules.size());
        for (Path module : modules) {
            ObjectName.Module object = new ObjectName.Module(name(module));
            String owner = "\t[" + object.name() + "]";
            List<String> expected = kallsyms.stream()
                    .filter(line -> line.endsWith(owner))
                    .map(line -> line.substring(17, line.length() - owner.length()))
                    .toList();
            assertFalse(expected.isEmpty(), object.name());
            // What only lives while the module is loading is not listed any more.
            Set<String> listed = new HashSet<>(expected);
            List<String> known = kernel.symbols(object)
                    .map(s -> s.type() + " " + s.name())
                    .filter(listed::contains)
                    .toList();
            assertEquals(expected, known, object.name());
        }
    }

    private static String name(Path module) {
        return module.getFileName().toString().replace(".ko", "").replace('-', '_');
    }

    /** By address: of several names of one function, available_filter_functions lists one. */
    @Test
    void traceableFunctionsAreThoseOfFtrace() {
        Map<String, Integer> expected = new TreeMap<>();
        traceable.stream()
                .filter(line -> line.indexOf('\t') < 0 && !line.startsWith("__ftrace_invalid_address"))
                .map(line -> line.split(" ")[0])
                .forEach(name -> expected.merge(name, 1, Integer::sum));
        Map<Long, List<String>> known = new TreeMap<>();
        kernel.symbols(ObjectName.VMLINUX)
                .filter(s -> kernel.traceability(s) instanceof Traceability.Yes)
                .forEach(s -> known.computeIfAbsent(s.address(), _ -> new ArrayList<>()).add(s.name()));
        for (List<String> names : known.values()) {
            Optional<String> listed = names.stream().filter(n -> expected.getOrDefault(n, 0) > 0).findFirst();
            assertTrue(listed.isPresent(), names + " are not listed");
            listed.ifPresent(n -> expected.merge(n, -1, Integer::sum));
        }
        expected.values().removeIf(count -> count == 0);
        assertEquals(Map.of(), expected);
    }

    @Test
    void traceableFunctionsOfModulesAreThoseOfFtrace() {
        for (Path module : modules) {
            String owner = " [" + name(module) + "]";
            Set<String> expected = traceable.stream()
                    .filter(line -> line.endsWith(owner))
                    .map(line -> line.substring(0, line.length() - owner.length()).strip())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> known = kernel.symbols(new ObjectName.Module(name(module)))
                    .filter(s -> kernel.traceability(s) instanceof Traceability.Yes)
                    .map(KernelSymbol::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            // init_module() and cleanup_module() are second names of functions.
            known.removeAll(Set.of("init_module", "cleanup_module"));
            expected.removeAll(Set.of("init_module", "cleanup_module"));
            assertEquals(expected, known, module.toString());
        }
    }

    @Test
    void exportsOfVmlinuxAreThoseOfModuleSymvers() throws IOException {
        Set<String> expected = Files.readAllLines(RealThings.headers().resolve("Module.symvers"))
                .stream()
                .filter(line -> line.split("\t")[2].equals("vmlinux"))
                .map(String::stripTrailing)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = kernel.exports()
                .filter(e -> e.owner() instanceof ObjectName.Vmlinux)
                .map(KernelFactsTest::symversLine)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, known);
    }

    private static String symversLine(Export export) {
        return String.format(Locale.ROOT, "0x%08x\t%s\tvmlinux\tEXPORT_SYMBOL%s\t%s", export.crc().orElse(0),
                export.name(), export.gplOnly() ? "_GPL" : "", export.namespace().orElse("")).stripTrailing();
    }

    @Test
    void theImageSaysWhichKernelItIs() {
        assertEquals(Optional.of(RealThings.release()), kernel.identity().release());
        assertTrue(kernel.identity().banner().orElse("").startsWith("Linux version " + RealThings.release()));
        assertTrue(kernel.identity().vermagic().orElse("").startsWith(RealThings.release() + " SMP "));
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
