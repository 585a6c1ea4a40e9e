package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.klpls.c.text.Problem;

/** The problems of one run, in the order they were met. */
final class ProblemList {
    /** A text that is wrong everywhere says so this often. */
    private static final int MOST = 500;

    private final SourceMap map;
    private final List<Problem> problems = new ArrayList<>();

    ProblemList(SourceMap map) {
        this.map = map;
    }

    /** Begins with the problems of a preamble. */
    void addAll(List<Problem> earlier) {
        for (Problem problem : earlier) {
            problems.add(new Problem(problem.severity(), problem.message(), problem.where().map(map::inNewText),
                    problem.includedFrom().stream().map(map::inNewText).toList()));
        }
    }

    void error(int location, String message) {
        add(Problem.Severity.ERROR, location, message);
    }

    void warning(int location, String message) {
        add(Problem.Severity.WARNING, location, message);
    }

    /** A problem that lies in no text. */
    void error(String message) {
        problems.add(new Problem(Problem.Severity.ERROR, message, Optional.empty(), List.of()));
    }

    private void add(Problem.Severity severity, int location, String message) {
        if (problems.size() < MOST) {
            problems.add(
                    new Problem(severity, message, Optional.of(map.token(location)), map.includeChain(location)));
        }
    }

    List<Problem> all() {
        return problems;
    }
}
