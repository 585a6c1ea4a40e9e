package org.klpls.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.testing.RealThings;
import org.klpls.c.text.SourceText;
import org.klpls.c.types.Program;
import org.klpls.core.source.LivepatchSource;
import org.klpls.core.source.LivepatchSourceReader;
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

/** The kernel's livepatch sample with the types of its functions and the model of its patch, while the headers' tokens are cached. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class LivepatchBenchmark {
    private static final String SAMPLE = "samples/livepatch/livepatch-sample.c";

    private CFrontend frontend;
    private CompileCommand command;
    private SourceText text;
    private ParseResult last;
    private int typed;

    @Setup
    public void open() throws IOException {
        Path file = RealThings.source().resolve(SAMPLE);
        text = SourceText.of(file, Files.readString(file));
        command = new CompileCommands().find(file, Optional.of(RealThings.headers())).command().orElseThrow();
        frontend = new CFrontend(new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache()));
        last = frontend.parse(text, command);
        if (whole().patches().size() != 1) {
            throw new IllegalStateException("the sample's patch is not read");
        }
    }

    /** The whole translation unit, headers and all. */
    @Benchmark
    public LivepatchSource whole() {
        return model(frontend.parse(text, command));
    }

    /** One character typed before the patch's function. */
    @Benchmark
    public LivepatchSource edit() {
        typed = typed % 64 + 1;
        String newer = text.text().replace("static struct klp_func", "int typed" + "x".repeat(typed)
                + ";\nstatic struct klp_func");
        last = frontend.parse(SourceText.of(text.path(), newer), command, Optional.of(last));
        return model(last);
    }

    private LivepatchSource model(ParseResult parsed) {
        Program program = Program.of(parsed.unit());
        program.functions(Program.Part.MAIN_FILE).forEach(it -> it.type());
        program.variables(Program.Part.MAIN_FILE).forEach(it -> it.type());
        return LivepatchSourceReader.of(parsed, command);
    }
}
