package org.klpls.c.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import org.klpls.c.parse.CFrontend;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessed;
import org.klpls.c.pp.Preprocessor;
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

/** A whole translation unit, headers and all, while the headers' tokens are cached. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WholeUnitBenchmark {
    @Param(KernelFile.LIVEPATCH)
    public String file = KernelFile.LIVEPATCH;

    private KernelFile kernelFile;
    private Preprocessor preprocessor;
    private CFrontend frontend;
    private Preprocessed preprocessed;

    @Setup
    public void readOnce() throws IOException {
        kernelFile = KernelFile.named(file);
        preprocessor = new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache());
        frontend = new CFrontend(preprocessor);
        preprocessed = preprocess();
    }

    @Benchmark
    public Preprocessed preprocess() {
        return preprocessor.preprocess(kernelFile.text(), kernelFile.command());
    }

    @Benchmark
    public ParseResult parse() {
        return CFrontend.parse(preprocessed);
    }

    @Benchmark
    public ParseResult preprocessAndParse() {
        return frontend.parse(kernelFile.text(), kernelFile.command());
    }

    /** Every header read and lexed anew. */
    @Benchmark
    public Preprocessed preprocessWithEmptyCache() {
        return new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache())
                .preprocess(kernelFile.text(), kernelFile.command());
    }
}
