package org.klpls.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.PreambleFolder;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceText;
import org.klpls.core.facts.SourceFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klpls parse}: what a C file declares, as klpls reads it. */
@Command(name = "parse", mixinStandardHelpOptions = true, sortOptions = false, description = "Tells what a C file declares: functions, structs, typedefs and variables with their types, and its livepatch tables.", footer = {
        "", "Examples:", "  klpls parse my-fix.c", "  klpls parse --format json --all my-fix.c",
        "  klpls parse my-fix.c -- -Iinclude -DDEBUG"})
final class ParseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--all", description = "Also what headers declare. Default: the file itself.")
    private boolean all;

    @Option(names = "--flags-from", paramLabel = "FILE", description = "Take gcc's flags from this .cmd file, "
            + "compile_commands.json or kernel build folder. Default: those found beside the source.")
    private Optional<Path> flagsFrom = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private TextOrJson format = TextOrJson.TEXT;

    @Parameters(index = "0", paramLabel = "FILE", description = "A C file.")
    private Path file = Path.of("");

    @Parameters(index = "1..*", paramLabel = "-- FLAGS", description = "gcc's flags, instead of those found.")
    private List<String> flags = List.of();

    @Override
    public Integer call() throws UnreadableInput {
        SourceText text = PreprocessCommand.read(file);
        CompileCommand command = PreprocessCommand.command(file, flags, flagsFrom);
        ParseResult parsed = new CFrontend(new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache(),
                PreambleFolder.inUserCache()))
                .parse(text, command);
        SourceFacts facts = SourceFacts.of(parsed, command, all);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> {
                SourceFactsText.print(facts, out);
                facts.problems().forEach(it -> spec.commandLine().getErr().println(PreprocessCommand.line(it)));
            }
            case JSON -> out.println(Json.text(SourceFactsJson.of(facts)));
        }
        out.flush();
        return facts.problems().stream().anyMatch(it -> it.severity() == Problem.Severity.ERROR)
                ? ExitStatus.FINDINGS
                : ExitStatus.CLEAN;
    }
}
