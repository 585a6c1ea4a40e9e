package org.klpls.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.core.kernel.Inlines;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.PatchPoints;
import org.klpls.core.kernel.SourceFunction;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.model.ObjectName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What to patch in place of a function, with the debug info of Debian's whole kernel: of those with the most callers and copies,
 * and of an ordinary one. Needs the part kernel-dbg of {@code .ci/real-things/fetch.sh}, 860 MB.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PatchPointsBenchmark {
    @Param({"memcpy", "INIT_LIST_HEAD", "task_pid_nr", "context_switch"})
    String function;
    private TargetKernel kernel;
    private Inlines inlines;
    private SourceFunction asked;

    @Setup
    public void read() throws IOException {
        RealThings.whyMissing(List.of(RealThing.KERNEL_DBG)).ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        kernel = KernelReader.read(List.of(RealThings.debugVmlinux().toString()),
                new KernelCache(Files.createTempDirectory("klpls-bench"))).kernel().orElseThrow();
        inlines = kernel.inlines(ObjectName.VMLINUX).orElseThrow();
        asked = inlines.named(function).getFirst();
    }

    @Benchmark
    public PatchPoints patchPoints() {
        return PatchPoints.of(kernel, inlines, asked);
    }
}
