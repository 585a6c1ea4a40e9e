package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;

/** The problems of one run, in the order they were met. */
final class ProblemList {
    /** A text that is wrong everywhere says so this often. */
    private static final int MOST = 500;

    private final SourceMap map;
    private final List<Problem> problems = new ArrayList<>();
    private int told;

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

    /** Those of another reading of the file, which lie before what has changed in it. */
    void repeat(List<Problem> earlier, SourceText earlierText) {
        for (Problem problem : earlier) {
            problems.add(new Problem(problem.severity(), problem.message(),
                    problem.where().map(it -> inNewText(it, earlierText)),
                    problem.includedFrom().stream().map(it -> inNewText(it, earlierText)).toList()));
        }
    }

    private SourceRange inNewText(SourceRange range, SourceText earlierText) {
        return range.source() == earlierText ? new SourceRange(map.mainFile(), range.span()) : range;
    }

    int count() {
        return problems.size();
    }

    /** How many problems there were, those that were too many too. */
    int told() {
        return told;
    }

    void error(int location, String message) {
        add(Problem.Severity.ERROR, location, message);
    }

    void warning(int location, String message) {
        add(Problem.Severity.WARNING, location, message);
    }

    /** A problem that lies in no text. */
    void error(String message) {
        told++;
        problems.add(new Problem(Problem.Severity.ERROR, message, Optional.empty(), List.of()));
    }

    private void add(Problem.Severity severity, int location, String message) {
        told++;
        if (problems.size() < MOST) {
            problems.add(
                    new Problem(severity, message, Optional.of(map.token(location)), map.includeChain(location)));
        }
    }

    List<Problem> all() {
        return problems;
    }
}
