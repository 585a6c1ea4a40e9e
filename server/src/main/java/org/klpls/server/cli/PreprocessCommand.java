package org.klpls.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.PreambleFolder;
import org.klpls.c.pp.Preprocessed;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.pp.TokenPrinter;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceBytes;
import org.klpls.c.text.SourceText;
import org.klpls.server.inputs.Flags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klpls preprocess}: what klpls's own preprocessor makes of a file. */
@Command(name = "preprocess", mixinStandardHelpOptions = true, sortOptions = false, description = "Prints a C file's tokens after preprocessing, as gcc -E -P does.", footer = {
        "", "Examples:", "  klpls preprocess my-fix.c", "  klpls preprocess my-fix.c -- -Iinclude -DDEBUG",
        "  klpls preprocess --flags-from /lib/modules/6.1.0-56-amd64/build my-fix.c"})
final class PreprocessCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--flags-from", paramLabel = "FILE", description = "Take gcc's flags from this .cmd file, "
            + "compile_commands.json or kernel build folder. Default: those found beside the source.")
    private Optional<Path> flagsFrom = Optional.empty();

    @Parameters(index = "0", paramLabel = "FILE", description = "A C file.")
    private Path file = Path.of("");

    @Parameters(index = "1..*", paramLabel = "-- FLAGS", description = "gcc's flags, instead of those found.")
    private List<String> flags = List.of();

    @Override
    public Integer call() throws UnreadableInput {
        SourceText text = read(file);
        CompileCommand command = command(file, flags, flagsFrom);
        Preprocessed unit = new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache(),
                PreambleFolder.inUserCache()).preprocess(text,
                        command);
        PrintWriter out = spec.commandLine().getOut();
        print(unit, out);
        out.flush();
        unit.problems().forEach(problem -> spec.commandLine().getErr().println(line(problem)));
        return unit.problems().stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)
                ? ExitStatus.FINDINGS
                : ExitStatus.CLEAN;
    }

    private static void print(Preprocessed unit, PrintWriter out) {
        try {
            TokenPrinter.print(unit, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a PrintWriter throws none", impossible);
        }
    }

    static SourceText read(Path file) throws UnreadableInput {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableInput(file + ": " + (Files.exists(file) ? "is no file" : "no such file"));
        }
        try {
            String text = SourceBytes.decode(Files.readAllBytes(file));
            if (!SourceBytes.areText(text)) {
                throw new UnreadableInput(file + ": is no C source: it is no text in UTF-8 or Latin-1");
            }
            return SourceText.of(file, text);
        } catch (IOException e) {
            throw new UnreadableInput(file + ": cannot be read: " + e.getMessage());
        }
    }

    static CompileCommand command(Path file, List<String> flags, Optional<Path> flagsFrom) throws UnreadableInput {
        if (!flags.isEmpty()) {
            return new CompileCommand(Path.of("").toAbsolutePath(), "gcc", flags, "the command line");
        }
        CompileCommands.Found found = Flags.of(file, flagsFrom);
        String why = found.problems().stream().map(Problem::message).findFirst().orElse("no compile flags");
        return found.command().orElseThrow(() -> new UnreadableInput(why));
    }

    static String line(Problem problem) {
        String place = problem.where().map(where -> where.source().path() + ":" + (where.start().line() + 1) + ":"
                + (where.start().character() + 1) + ": ").orElse("");
        return place + (problem.severity() == Problem.Severity.ERROR ? "error: " : "warning: ") + problem.message();
    }
}
