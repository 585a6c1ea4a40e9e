package org.klpls.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.SourceText;
import org.klpls.core.check.Cancellation;
import org.klpls.core.check.CheckRequest;
import org.klpls.core.check.Checked;
import org.klpls.core.check.Checker;
import org.klpls.core.check.InputProblem;
import org.klpls.core.check.Inputs;
import org.klpls.core.report.ReportFormat;
import org.klpls.core.report.ReportOptions;
import org.klpls.core.rule.Report;
import org.klpls.core.rule.Severity;
import org.klpls.core.rule.Skipped;
import org.klpls.core.rules.RuleCatalog;
import org.klpls.server.Version;
import org.klpls.server.inputs.Kernels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klpls check}: sources, modules and a kernel in, findings out. */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false, description = "Checks a livepatch: its C source, its built module, and the kernel it is for.", footer = {
        "", "Exit status: 0 nothing at or above the threshold, 1 findings, 2 wrong use or an input that cannot "
                + "be read, 3 an internal error.",
        "", "Examples:", "  klpls check my-fix/",
        "  klpls check my-fix.c --module my-fix.ko --kernel /boot/vmlinuz-6.1.0-56-amd64",
        "  klpls check --format gcc --severity error my-fix/"})
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private KernelOption kernel = new KernelOption();

    @Option(names = "--module", paramLabel = "KO", description = "The built module. Repeatable.")
    private List<Path> modules = List.of();

    @Option(names = "--flags-from", paramLabel = "FILE", description = "Take gcc's flags from this .cmd file, "
            + "compile_commands.json or kernel build folder. Default: those found beside the source.")
    private Optional<Path> flagsFrom = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Default: text")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--severity", paramLabel = "SEVERITY", description = "What counts for exit status 1: ${COMPLETION-CANDIDATES}. Default: warning")
    private Severity threshold = Severity.WARNING;

    @Option(names = "--disable", paramLabel = "CODE", description = "Leave out findings of this code. Repeatable.")
    private List<String> disabled = List.of();

    @Option(names = "--color", paramLabel = "WHEN", description = "One of: ${COMPLETION-CANDIDATES}. Default: auto")
    private Colour colour = Colour.AUTO;

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "A livepatch source (.c), a built module (.ko), or a folder with both.")
    private List<Path> inputs = List.of();

    @Override
    public Integer call() throws IOException, UnreadableInput {
        checkCodes();
        List<Path> all = new ArrayList<>(inputs);
        all.addAll(modules);
        Inputs found = Inputs.of(all);
        Optional<CompileCommand> flags = flags(found);
        Kernels.Chosen chosen = kernel.choose(found.sources().stream().map(SourceText::path).toList(),
                found.modules());
        Checked checked = new Checker().check(request(found, chosen, flags), Cancellation.NEVER);
        return write(checked, found.problems());
    }

    /** A folder may hold a module for each of several kernels: those of other kernels than the one found are left out. */
    private CheckRequest request(Inputs found, Kernels.Chosen chosen, Optional<CompileCommand> flags) {
        List<Path> others = kernel.isNamed() || chosen.kernel().isEmpty()
                ? List.of()
                : Kernels.ofOtherReleases(found.modules(), chosen.kernel().get());
        List<Skipped> notes = new ArrayList<>(chosen.notes());
        others.forEach(module -> notes.add(Kernels.leftOut(module, chosen.kernel().orElseThrow())));
        List<Path> kept = found.modules().stream().filter(module -> !others.contains(module)).toList();
        return new Inputs(found.sources(), kept, found.problems()).request(chosen.kernel(), flags, notes);
    }

    /** Flags that the user chose; else the engine finds them beside each source. */
    private Optional<CompileCommand> flags(Inputs found) throws UnreadableInput {
        if (flagsFrom.isEmpty() || found.sources().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(PreprocessCommand.command(found.sources().getFirst().path(), List.of(), flagsFrom));
    }

    private int write(Checked checked, List<InputProblem> unread) throws IOException {
        List<InputProblem> problems = new ArrayList<>(unread);
        problems.addAll(checked.problems());
        Report report = without(checked.report(), new LinkedHashSet<>(disabled));
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(problem -> err.println("klpls: " + line(problem)));
        if (hasSubject(checked, problems)) {
            // People have just read the problems; programs read them in the report.
            List<InputProblem> told = format == ReportFormat.TEXT ? List.of() : problems;
            PrintWriter out = spec.commandLine().getOut();
            format.write(new Checked(report, checked.modules(), told),
                    new ReportOptions(Version.current(), colour.isOn(), Path.of("")), out);
            out.flush();
        }
        if (!problems.isEmpty()) {
            return ExitStatus.WRONG_USE;
        }
        return report.hasAtLeast(threshold) ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    /** One line that names the file, once. */
    private static String line(InputProblem problem) {
        String path = problem.path().toString();
        return problem.message().startsWith(path) ? problem.message() : path + ": " + problem.message();
    }

    /** Whether there is anything to report on: a program wants its report in any case. */
    private boolean hasSubject(Checked checked, List<InputProblem> problems) {
        return format != ReportFormat.TEXT || problems.isEmpty() || !checked.modules().isEmpty()
                || !checked.report().findings().isEmpty();
    }

    private static Report without(Report report, Set<String> codes) {
        return new Report(report.kernel(),
                report.findings().stream().filter(finding -> !codes.contains(finding.code())).toList(),
                report.skipped());
    }

    private void checkCodes() throws UnreadableInput {
        for (String code : disabled) {
            if (RuleCatalog.ALL.info(code).isEmpty()) {
                throw new UnreadableInput("--disable: there is no code '" + code + "'; `klpls rules` lists all");
            }
        }
    }
}
