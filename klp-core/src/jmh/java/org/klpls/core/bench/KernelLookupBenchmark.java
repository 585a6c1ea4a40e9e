package org.klpls.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.klpls.c.testing.RealThings;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.model.ObjectName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 100,000 names of a stock kernel, picked by a seed, each looked up with its sympos in the mapped index; and, for scale, in a map on the
 * heap: both wait for memory, which a machine shares with others.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class KernelLookupBenchmark {
    private static final int NAMES = 100_000;

    private TargetKernel kernel;
    private final String[] names = new String[NAMES];
    private final int[] positions = new int[NAMES];
    private final Map<String, KernelSymbol> map = new HashMap<>();

    @Setup
    public void open() throws IOException {
        Path folder = Files.createTempDirectory("klpls-bench");
        List<String> inputs = List.of(RealThings.vmlinuz().toString());
        KernelReader.read(inputs, new KernelCache(folder));
        kernel = KernelReader.read(inputs, new KernelCache(folder)).kernel().orElseThrow();
        List<KernelSymbol> symbols = kernel.symbols(ObjectName.VMLINUX).toList();
        symbols.forEach(symbol -> map.putIfAbsent(symbol.name(), symbol));
        Random random = new Random(1);
        for (int i = 0; i < NAMES; i++) {
            KernelSymbol symbol = symbols.get(random.nextInt(symbols.size()));
            // A copy, as of names that were just read: strings of the kernel's own order would be another large table to visit.
            names[i] = new String(symbol.name().toCharArray());
            positions[i] = symbol.sympos();
        }
    }

    @Benchmark
    public int lookups() {
        int found = 0;
        for (int i = 0; i < NAMES; i++) {
            found += kernel.lookup(ObjectName.VMLINUX, names[i], positions[i]) instanceof SymbolLookup.Found ? 1 : 0;
        }
        return found;
    }

    @Benchmark
    public int namesInAMap() {
        int found = 0;
        for (String name : names) {
            found += map.containsKey(name) ? 1 : 0;
        }
        return found;
    }
}
