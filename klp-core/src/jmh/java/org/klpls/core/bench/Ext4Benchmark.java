package org.klpls.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.klpls.c.testing.RealThings;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.loader.ModuleLoader;
import org.klpls.core.loader.Verdict;
import org.klpls.core.module.LivepatchModule;
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

/** Reading and verifying the stock kernel's ext4.ko, and readelf -aW on the same file, which is a process of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Ext4Benchmark {
    private Path file;
    private TargetKernel kernel;

    @Setup
    public void open() throws IOException {
        file = RealThings.modules().resolve("kernel/fs/ext4/ext4.ko");
        Path folder = Files.createTempDirectory("klpls-bench");
        kernel = KernelReader.read(List.of(RealThings.vmlinuz().toString()), new KernelCache(folder)).kernel()
                .orElseThrow();
    }

    @Benchmark
    public Verdict verify() throws IOException {
        LivepatchModule read = LivepatchModule.of(file, Files.readAllBytes(file)).module().orElseThrow();
        return ModuleLoader.verify(read, kernel, List.of());
    }

    @Benchmark
    public int readelf() throws IOException, InterruptedException {
        return new ProcessBuilder("readelf", "-aW", file.toString()).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
