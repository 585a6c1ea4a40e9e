package org.klpls.c.types;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Walker;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whether gcc knows what a const variable is, with and without optimization: it must agree with each of our answers. */
@NeedsRealThings(RealThing.HEADERS) // they bring gcc
class ConstantVariablesTest {
    private static final List<String> IN_A_FUNCTION = List.of("l", "p", "vo", "st", "x", "y", "q", "qq", "d", "b", "s",
            "l + 1", "l + x", "(l)",
            "(long)l", "-l", "!l", "(char)p", "l == 3", "sizeof(l)", "l * 1.5", "&l", "(l << 2) | x",
            "E + l", "\"a\"", "5");
    private static final List<String> OUTSIDE = List.of("x", "y", "x + 1", "s", "E", "5", "table[0]", "sizeof(x)");
    private static final String OUTSIDE_OF_FUNCTIONS = """
            static const int x = 5;
            const int y = 6;
            static const char *const s = "abc";
            static const int table[] = { 1, 2 };
            enum { E = 3 };
            """;
    private static final String LOCALS = """
            int f(int k)
            {
                const int l = 3;
                const long p = 1 << 4;
                const volatile int vo = 3;
                static const int st = 4;
                const int *q = 0;
                const int *const qq = 0;
                const double d = 1.5;
                const _Bool b = 1;
            """;

    @TempDir
    Path temp = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"-O2", "-Os", "-O2 -O0"})
    void gccAgreesInAFunctionAndOutside(String flags) throws IOException {
        List<Long> unknown = Collections.nCopies(OUTSIDE.size() + IN_A_FUNCTION.size(), 0L);
        CompileCommand command = new CompileCommand(temp, "gcc", List.of(flags.split(" ")), "");
        Path file = temp.resolve("a.c");
        ParseResult result = new CFrontend(new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache()))
                .parse(SourceText.of(file, text(unknown)), command);
        assertEquals(List.of(), result.problems());
        Program program = Program.of(result.unit());
        List<Long> ours = result.unit().mainDeclarations().stream()
                .flatMap(it -> Walker.all(Expression.Call.class, it).stream())
                .map(it -> program.constant(it).orElseThrow().longValue()).toList();
        assertEquals(!flags.endsWith("-O0"), ours.get(OUTSIDE.size()) == 1, "a const variable in a function");
        Files.writeString(file, text(ours));
        Path said = temp.resolve("said");
        assertTrue(KernelUnits.gcc(command, List.of("-w", "-fsyntax-only", file.toString()), said), () -> read(said));
    }

    private static String text(List<Long> answers) {
        StringBuilder text = new StringBuilder(OUTSIDE_OF_FUNCTIONS);
        for (int i = 0; i < answers.size(); i++) {
            boolean outside = i < OUTSIDE.size();
            text.append(i == OUTSIDE.size() ? LOCALS : "").append("_Static_assert(__builtin_constant_p(")
                    .append(outside ? OUTSIDE.get(i) : IN_A_FUNCTION.get(i - OUTSIDE.size())).append(") == ")
                    .append(answers.get(i)).append(", \"\");\n");
        }
        return text.append("return 0; }\n").toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
