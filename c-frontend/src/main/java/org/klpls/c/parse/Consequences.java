package org.klpls.c.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.Span;

/** One mistake is one problem: what the parser finds on a line that the preprocessor has found wrong comes of that. */
final class Consequences {
    private Consequences() {}

    /** All problems of both but those. */
    static List<Problem> without(List<Problem> ofPreprocessor, List<Problem> ofParser) {
        List<Problem> problems = new ArrayList<>(ofPreprocessor);
        Set<SourceRange> lines = new HashSet<>();
        ofPreprocessor.stream().filter(it -> it.severity() == Problem.Severity.ERROR).flatMap(it -> it.where().stream())
                .map(Consequences::line).forEach(lines::add);
        ofParser.stream().filter(it -> it.where().map(Consequences::line).filter(lines::contains).isEmpty())
                .forEach(problems::add);
        return problems;
    }

    /** The line that a place begins on. */
    private static SourceRange line(SourceRange where) {
        int start = where.source().lines().start(where.start().line());
        return new SourceRange(where.source(), new Span(start, start));
    }
}
