package org.klpls.c.pp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PreprocessorTest {
    private static final CompilerFacts NO_FACTS = (_, _) -> new CompilerFacts.Answer("", List.of(),
            new FeatureTests(Set.of(), Set.of()));

    @TempDir
    Path temp;

    private final HeaderCache cache = new HeaderCache(new DiskFiles());
    private final Preprocessor preprocessor = new Preprocessor(cache, NO_FACTS);

    private CompileCommand command() {
        return new CompileCommand(temp, "gcc", List.of("-I."), "test");
    }

    private SourceText main(String text) {
        return SourceText.of(temp.resolve("main.c"), text);
    }

    private Preprocessed run(String text) {
        return preprocessor.preprocess(main(text), command());
    }

    private static String words(Preprocessed unit) {
        return String.join(" ", GccOracle.texts(unit));
    }

    private static String at(SourceRange range) {
        return range.source().slice(range.span());
    }

    private static int index(Preprocessed unit, String text) {
        return GccOracle.texts(unit).indexOf(text);
    }

    @Test
    void aTokenOfAMacrosBodyIsShownAtTheOutermostCall() {
        Preprocessed unit = run("#define IN(x) made x\n#define OUT(x) IN(x)\nint a = OUT(\n  given);\n");
        int made = index(unit, "made");
        assertEquals("OUT(\n  given)", at(unit.map().expansion(unit.tokens(), made)));
        assertEquals("OUT(\n  given)", at(unit.map().place(unit.tokens(), made)));
        assertEquals("made", at(unit.map().spelling(unit.tokens(), made)));
        assertEquals(0, unit.map().spelling(unit.tokens(), made).start().line());
    }

    @Test
    void anArgumentIsShownWhereItIsWritten() {
        Preprocessed unit = run("#define IN(x) made x\n#define OUT(x) IN(x)\nint a = OUT(\n  given);\n");
        int given = index(unit, "given");
        assertEquals("given", at(unit.map().place(unit.tokens(), given)));
        assertEquals(3, unit.map().place(unit.tokens(), given).start().line());
        assertTrue(unit.map().inMainFile(unit.tokens(), given));
    }

    @Test
    void aMissingHeaderIsAProblemAndTheRestIsRead() throws IOException {
        Files.writeString(temp.resolve("a.h"), "\n#include <none.h>\nint a;\n");
        Preprocessed unit = run("#include \"a.h\"\nint b;\n");
        assertEquals("int a ; int b ;", words(unit));
        Problem problem = unit.problems().getFirst();
        assertEquals("<none.h>", at(problem.where().orElseThrow()));
        assertEquals(List.of("\"a.h\""), problem.includedFrom().stream().map(PreprocessorTest::at).toList());
    }

    @Test
    void aCommentThatIsNotClosedIsAProblemWhereItBeginsAndTakesItsOwnLines() throws IOException {
        Files.writeString(temp.resolve("a.h"), "int a;\n/* open\n");
        Preprocessed unit = run("#include \"a.h\"\nint b; // c /*\n/* d\n * more\nint e;\n");
        assertEquals("int a ; int b ; int e ;", words(unit));
        assertEquals(List.of("/* open\n", "/* d\n * more\nint e;\n"),
                unit.problems().stream().map(it -> it.where().orElseThrow())
                        .map(it -> it.source().text().substring(it.span().start())).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#include \"main.c\"\n", "#define f(x) f(x) f(x)\n#if 1\n", "#if 1 +\n#endif\n",
            "#if ((((\n#endif\n", "#endif\n", "#else\n", "#define\n", "#define f(\n", "#define f(x) #y\n",
            "#define a ##\n",
            "#define f(x,y) x y\nf(1)\n", "#define f(x) x\nf(1\n", "#include\n", "#include <a\n", "#line x\n",
            "#error e\n",
            "#nonsense\n", "#define C(a,b) a##b\nC(+,-)\n", "#if 1/0\n#endif\n", "#undef\n", "#ifdef\n#endif\n",
            "_Pragma(1)\n",
            "#elif 1\n", "#if 1\n#else\n#else\n#endif\n", "int a; /* b\n", "/*/"})
    void whatIsWrongEndsWithAProblem(String text) throws IOException {
        Files.writeString(temp.resolve("main.c"), text);
        assertTrue(!run(text).problems().isEmpty(), text);
    }

    @Test
    void aMacroBombEndsWithAProblem() {
        StringBuilder text = new StringBuilder("#define m0 x x\n#define f0(x) x x\n");
        for (int i = 1; i < 40; i++) {
            text.append("#define m%d m%d m%d\n#define f%d(x) f%d(x x) f%d(x)\n".formatted(i, i - 1, i - 1, i, i - 1,
                    i - 1));
        }
        assertTrue(run(text + "m39\n").problems().getFirst().message().contains("too much"));
        assertTrue(run(text + "f39(1)\n").problems().getFirst().message().contains("too much"));
        String deep = "f0(".repeat(5000) + ")".repeat(5000);
        assertTrue(run(text + deep).problems().getFirst().message().contains("too much"));
    }

    @Test
    void manyNestedGroupsAndParensAreRead() {
        assertEquals("x", words(run("#if 1\n".repeat(20_000) + "x\n" + "#endif\n".repeat(20_000))));
        assertTrue(!run("#if " + "(".repeat(100_000) + "\n#endif\n").problems().isEmpty());
    }

    @Test
    void anEditBehindTheIncludesKeepsThePreamble() throws IOException {
        Files.writeString(temp.resolve("a.h"), "#pragma once\n#define A(x) from_a x\nint in_header = __COUNTER__;\n");
        String before = "#include \"a.h\"\n#define MINE 1\nint a = A(MINE);\n#undef MINE\n__COUNTER__\n";
        String after = "#include \"a.h\"\n#define MINE 1\nint b; long a = A(MINE) + A(2) + __COUNTER__;\n#include \"a.h\"\nMINE\n";
        Preprocessed first = run(before);
        Preprocessed second = preprocessor.preprocess(main(after), command(), Optional.of(first));
        assertSame(first.preamble().orElseThrow(), second.preamble().orElseThrow());
        assertEquals(words(run(after)), words(second));
        assertEquals(before.replace("A(MINE)", "from_a 1").lines().count(), 5);
        assertEquals("A(MINE)", at(second.map().place(second.tokens(), index(second, "from_a"))));
        Preprocessed third = preprocessor.preprocess(main(before), command(), Optional.of(second));
        assertEquals(words(first), words(third));
    }

    @Test
    void aChangedHeaderEndsThePreamble() throws IOException {
        Files.writeString(temp.resolve("a.h"), "int old;\n");
        Preprocessed first = run("#include \"a.h\"\nint a;\n");
        Files.writeString(temp.resolve("a.h"), "int newer;\n");
        cache.filesChanged();
        Preprocessed second = preprocessor.preprocess(main("#include \"a.h\"\nint b;\n"), command(),
                Optional.of(first));
        assertNotSame(first.preamble().orElseThrow(), second.preamble().orElseThrow());
        assertEquals("int newer ; int b ;", words(second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-traditional", "-traditional-cpp", "-xassembler-with-cpp", "-xc++", "@none"})
    void flagsThatAskForWhatIsNoCAreRefused(String flag) {
        CompileCommand command = new CompileCommand(temp, "gcc", List.of(flag), "test");
        List<Problem> problems = preprocessor.preprocess(main("int a;\n"), command).problems();
        assertEquals(1, problems.size());
        assertEquals(Problem.Severity.ERROR, problems.getFirst().severity());
    }

    @Test
    void assemblerIsRefused() {
        SourceText text = SourceText.of(temp.resolve("entry.S"), "#include <linux/linkage.h>\n");
        String message = preprocessor.preprocess(text, command()).problems().getFirst().message();
        assertTrue(message.contains("assembler"), message);
    }
}
