package org.klpls.c.bench;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.klpls.c.parse.CFrontend;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.text.SourceText;
import org.klpls.c.types.Program;
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
 * One character typed into a file that is open: to a new tree, and to the types of all that the file declares. Each run types one more
 * character than the one before, so that none is the text of an earlier run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class EditBenchmark {
    /** Where the character is typed. */
    public enum Place {
        /** In a comment-free place of the last function's body. */
        BODY,
        /** A declaration of the file's outermost level. */
        DECLARATION,
        /** Before the first include, so that no preamble is left: the headers are read again from their cached tokens. */
        INCLUDES
    }

    @Param({KernelFile.LIVEPATCH, "fs/ext4/inode.c", "kernel/sched/core.c"})
    public String file = KernelFile.LIVEPATCH;

    @Param({"BODY", "DECLARATION", "INCLUDES"})
    public Place place = Place.BODY;

    private KernelFile kernelFile;
    private CFrontend frontend;
    private ParseResult last;
    private String before;
    private String after;
    private int typed;

    @Setup
    public void open() throws IOException {
        kernelFile = KernelFile.named(file);
        frontend = new CFrontend(new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache()));
        String text = kernelFile.text().text();
        int at = switch (place) {
            case BODY -> text.lastIndexOf("return ");
            case DECLARATION -> text.lastIndexOf("\n}\n") + 3;
            case INCLUDES -> 0;
        };
        before = text.substring(0, at);
        after = text.substring(at);
        last = frontend.parse(kernelFile.text(), kernelFile.command());
        check(types());
    }

    /** A tree with the type of each function and variable of the file, and the layouts of its structs. */
    @Benchmark
    public int types() {
        typed = typed % 64 + 1;
        String character = switch (place) {
            case BODY -> "typed" + "x".repeat(typed) + "(1);\n";
            case DECLARATION -> "int typed" + "x".repeat(typed) + ";\n";
            case INCLUDES -> "#define TYPED" + "X".repeat(typed) + "\n";
        };
        SourceText text = SourceText.of(kernelFile.text().path(), before + character + after);
        last = frontend.parse(text, kernelFile.command(), Optional.of(last));
        Program program = Program.of(last.unit());
        return program.functions(Program.Part.MAIN_FILE).stream().mapToInt(it -> it.type().hashCode()).sum()
                + program.variables(Program.Part.MAIN_FILE).stream().mapToInt(it -> it.type().hashCode()).sum()
                + program.records(Program.Part.MAIN_FILE).size();
    }

    private void check(int sum) {
        if (sum == 0 || !last.problems().isEmpty()) {
            throw new IllegalStateException(file + " is not read: " + last.problems());
        }
    }
}
