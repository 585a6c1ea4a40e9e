package org.klpls.core.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.klpls.core.rule.Report;

/**
 * The outcome of one check.
 *
 * @param modules the modules that were looked at, each with the source it was joined with
 * @param problems inputs that could not be read; the report is about the others
 */
public record Checked(Report report, List<ModuleUsed> modules, List<InputProblem> problems) {

    /** A module, and the source that it was built from where that is among the inputs. */
    public record ModuleUsed(Path module, Optional<Path> source) {}

    public Checked {
        modules = List.copyOf(modules);
        problems = List.copyOf(problems);
    }
}
