package org.klpls.c.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceRange;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is told while a function is being typed between two others, at which place, and which functions are kept. */
class TypingTest {
    private static final String BEFORE = """
            struct klp_func { const char *old_name; void *new_func; };
            static int first(void) { return 1; }

            """;
    private static final String AFTER = """

            static int last(void)
            {
                return 2;
            }
            """;
    private static final int LINES_BEFORE = 3;

    @TestFactory
    Stream<DynamicTest> eachStateIsToldInAGoodCompilersWords() throws IOException {
        try (InputStream in = Objects.requireNonNull(TypingTest.class.getResourceAsStream("typing.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^=== ")).skip(1).toList().stream()
                    .map(chunk -> DynamicTest.dynamicTest(chunk.lines().findFirst().orElseThrow(), () -> judge(chunk)));
        }
    }

    private static void judge(String chunk) {
        List<String> lines = chunk.lines().toList();
        String title = lines.getFirst();
        List<String> typed = lines.stream().skip(1).filter(line -> !line.startsWith("//!")).toList();
        ParseResult result = Parsed.text(BEFORE + String.join("\n", typed) + "\n" + AFTER);
        List<String> told = new ArrayList<>();
        told.add(title.substring(0, title.indexOf("   KEEPS ")) + "   KEEPS " + Parsed.functions(result));
        for (int i = 0; i < typed.size(); i++) {
            told.add(typed.get(i));
            for (Problem problem : result.problems()) {
                SourceRange where = problem.where().orElseThrow();
                if (where.start().line() == i + LINES_BEFORE) {
                    told.add("//!" + " ".repeat(where.start().character()) + "^ " + problem.message());
                }
            }
        }
        long marked = told.stream().filter(line -> line.startsWith("//!")).count();
        assertEquals(String.join("\n", lines), String.join("\n", told));
        assertEquals(result.problems().size(), marked,
                () -> result.problems().stream().map(Problem::message).collect(Collectors.joining(", ")));
    }
}
