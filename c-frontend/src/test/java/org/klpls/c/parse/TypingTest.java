package org.klpls.c.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;

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

    @TempDir
    Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> eachStateIsToldInAGoodCompilersWords() throws IOException {
        return states("typing.txt", Parsed::text);
    }

    /** Directives, macro calls, comments and literals, which the preprocessor meets first. */
    @TestFactory
    Stream<DynamicTest> eachStateOfTheTextIsToldAndKeepsTheRest() throws IOException {
        Files.writeString(folder.resolve("missing-one.h"), "int declared;\n#include \"none.h\"\n");
        Files.writeString(folder.resolve("open.h"), "#ifdef NOWHERE\nint declared;\n");
        CFrontend frontend = new CFrontend(
                new Preprocessor(new HeaderCache(new DiskFiles()), new GccFacts(folder.resolve("facts"))));
        CompileCommand command = new CompileCommand(folder, "gcc", List.of(), "test");
        return states("typing-directives.txt",
                text -> frontend.parse(SourceText.of(folder.resolve("main.c"), text), command));
    }

    private static Stream<DynamicTest> states(String name, Function<String, ParseResult> parser) throws IOException {
        try (InputStream in = Objects.requireNonNull(TypingTest.class.getResourceAsStream(name))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^=== ")).skip(1).toList().stream()
                    .map(chunk -> DynamicTest.dynamicTest(chunk.lines().findFirst().orElseThrow(),
                            () -> judge(chunk, parser)));
        }
    }

    private static void judge(String chunk, Function<String, ParseResult> parser) {
        List<String> lines = chunk.lines().toList();
        String title = lines.getFirst();
        List<String> typed = lines.stream().skip(1).filter(line -> !line.startsWith("//!")).toList();
        ParseResult result = parser.apply(BEFORE + String.join("\n", typed) + "\n" + AFTER);
        List<String> told = new ArrayList<>();
        told.add(title.substring(0, title.indexOf("   KEEPS ")) + "   KEEPS " + Parsed.functions(result));
        for (int i = 0; i < typed.size(); i++) {
            told.add(typed.get(i));
            for (Problem problem : result.problems()) {
                SourceRange where = inMainFile(problem);
                if (where.start().line() == i + LINES_BEFORE) {
                    told.add("//!" + " ".repeat(where.start().character()) + "^ " + problem.message() + of(problem));
                }
            }
        }
        long marked = told.stream().filter(line -> line.startsWith("//!")).count();
        assertEquals(String.join("\n", lines), String.join("\n", told));
        assertEquals(result.problems().size(), marked,
                () -> result.problems().stream().map(Problem::message).collect(Collectors.joining(", ")));
    }

    /** A problem of a header is told at its #include. */
    private static SourceRange inMainFile(Problem problem) {
        return problem.includedFrom().isEmpty() ? problem.where().orElseThrow() : problem.includedFrom().getLast();
    }

    private static String of(Problem problem) {
        SourceRange where = problem.where().orElseThrow();
        return problem.includedFrom().isEmpty()
                ? ""
                : " (" + where.source().path().getFileName() + ":" + (where.start().line() + 1) + ")";
    }
}
