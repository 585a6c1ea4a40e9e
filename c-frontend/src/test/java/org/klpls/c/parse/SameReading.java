package org.klpls.c.parse;

import java.util.List;
import java.util.function.Supplier;
import org.klpls.c.pp.SourceMap;
import org.klpls.c.pp.TokenSequence;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceRange;
import org.klpls.c.types.Program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

/** Says of two readings of one text whether they are the same: tokens with their places, tree, problems, types. */
final class SameReading {
    private final ParseResult expected;
    private final ParseResult actual;
    private final Supplier<String> what;

    private SameReading(ParseResult expected, ParseResult actual, Supplier<String> what) {
        this.expected = expected;
        this.actual = actual;
        this.what = what;
    }

    static void check(ParseResult expected, ParseResult actual, Supplier<String> what) {
        SameReading same = new SameReading(expected, actual, what);
        same.tokens();
        assertEquals(expected.problems().stream().map(SameReading::text).toList(),
                actual.problems().stream().map(SameReading::text).toList(), what);
        if (!expected.unit().ownDeclarations().equals(actual.unit().ownDeclarations())) {
            same.tree();
        }
        assertEquals(types(expected), types(actual), what);
    }

    private void tokens() {
        TokenSequence mine = expected.unit().tokens();
        TokenSequence its = actual.unit().tokens();
        int first = expected.unit().headerDeclarations().isEmpty()
                ? 0
                : expected.unit().headerDeclarations().getLast().end();
        for (int i = first; i < Math.min(mine.size(), its.size()); i++) {
            if (mine.kind(i) != its.kind(i) || mine.symbol(i) != its.symbol(i)
                    || !place(expected, i).equals(place(actual, i))) {
                fail("token " + i + " '" + mine.text(i) + "' " + place(expected, i) + " is '" + its.text(i) + "' "
                        + place(actual, i) + ", " + what.get());
            }
        }
        assertEquals(mine.size(), its.size(), what);
    }

    private static List<String> place(ParseResult result, int token) {
        SourceMap map = result.unit().sourceMap();
        TokenSequence tokens = result.unit().tokens();
        return List.of(text(map.spelling(tokens, token)), text(map.expansion(tokens, token)),
                text(map.place(tokens, token)),
                String.valueOf(map.inMainFile(tokens, token)));
    }

    private void tree() {
        for (int i = 0; i < expected.unit().ownDeclarations().size(); i++) {
            assertEquals(expected.unit().ownDeclarations().get(i), actual.unit().ownDeclarations().get(i), what);
        }
        assertEquals(expected.unit().ownDeclarations(), actual.unit().ownDeclarations(), what);
    }

    private static List<String> types(ParseResult result) {
        Program program = Program.of(result.unit());
        return java.util.stream.Stream.of(
                program.functions(Program.Part.MAIN_FILE).stream().map(it -> it.name() + ": " + it.type().text()),
                program.variables(Program.Part.MAIN_FILE).stream().map(it -> it.name() + ": " + it.type().text()),
                program.typedefs(Program.Part.MAIN_FILE).stream().map(it -> it.name() + ": " + it.type().text()),
                program.records(Program.Part.MAIN_FILE).stream()
                        .map(it -> it.tag() + ": " + it.layout().map(Object::toString).orElse("")))
                .flatMap(it -> it).toList();
    }

    private static String text(Problem problem) {
        return problem.severity() + " " + problem.message() + " " + problem.where().map(SameReading::text).orElse("")
                + problem.includedFrom().stream().map(SameReading::text).toList();
    }

    private static String text(SourceRange range) {
        return range.source().path().getFileName() + "/" + range.source().text().length() + range.span();
    }
}
