package org.klpls.c.pp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** What one process keeps of a file's includes, the next one uses: as long as nothing has changed, and with the same result. */
class PreambleFolderTest {
    private static final long LARGE = 1 << 20;
    private static final List<String> FLAGS = List.of("-Ifirst", "-Isecond", "-DON_THE_LINE=7");
    private static final String MAIN = """
            #define OWN 3
            #include <outer.h>
            #include <once.h>
            int a = ADD(OWN, INNER) + ON_THE_LINE + __COUNTER__;
            #include <once.h>
            #include <inner.h>
            #import <inner.h>
            #undef INNER
            int b = INNER + __LINE__ + sizeof(__FILE__);
            """;

    @TempDir
    Path temp;

    private Set<String> attributes = Set.of();
    private Set<String> builtins = Set.of();
    private String macros = "#define __GNUC__ 12\n";
    private String build = "one build";
    private List<String> flags = FLAGS;
    private boolean fromDisk;

    @BeforeEach
    void writeHeaders() throws IOException {
        header("second/outer.h", """
                #ifndef OUTER
                #define OUTER
                #include "inner.h"
                #define ADD(a, b) \
                        ((a) + (b))
                #define STRING(a...) #a
                int outer = ADD(1, __COUNTER__); const char *text = STRING(x y, ADD);
                #endif
                """);
        header("second/inner.h", "#ifndef INNER_H\n#define INNER_H\n#define INNER 5\nint inner = INNER;\n#endif\n");
        header("second/once.h", "#pragma once\nint once;\n");
        Files.createDirectories(temp.resolve("first"));
        header("main.c", MAIN);
    }

    private Path header(String name, String text) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text);
    }

    private PreambleFolder folder(long mostBytes) {
        return new PreambleFolder(temp.resolve("kept"), build, mostBytes);
    }

    /** As another process would do it, some time after the last file was written. */
    private Preprocessed run(String text, Optional<PreambleFolder> folder) {
        long later = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) + TimeUnit.SECONDS.toNanos(5);
        HeaderCache cache = new HeaderCache(new DiskFiles(), LARGE, later);
        Preprocessor preprocessor = new Preprocessor(cache,
                (_, _) -> new CompilerFacts.Answer(macros, List.of(), new FeatureTests(attributes, builtins)), folder);
        Preprocessed result = preprocessor.preprocess(SourceText.of(temp.resolve("main.c"), text),
                new CompileCommand(temp, "gcc", flags, "test"));
        fromDisk = result.preamble().filter(Preamble::isFromDisk).isPresent();
        return result;
    }

    /** The same with and without what was kept. */
    private void agrees(String text) {
        List<String> alone = told(run(text, Optional.empty()));
        assertEquals(alone, told(run(text, Optional.of(folder(LARGE)))));
    }

    private static List<String> told(Preprocessed unit) {
        List<String> told = new ArrayList<>();
        TokenSequence tokens = unit.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            told.add(tokens.kind(i) + " " + tokens.text(i) + " " + place(unit.map().spelling(tokens, i)) + " "
                    + place(unit.map().expansion(tokens, i)) + " " + unit.map().inMainFile(tokens, i) + " "
                    + unit.map().includeChain(tokens.spelling(i)).stream().map(PreambleFolderTest::place).toList());
        }
        unit.problems().forEach(it -> told.add(it.message() + it.where().map(PreambleFolderTest::place)));
        unit.map().files().forEach(it -> told.add(it.path() + "\n" + it.text()));
        return told;
    }

    private static String place(SourceRange range) {
        return range.source().path() + ":" + range.span();
    }

    private void keep() {
        run(MAIN, Optional.of(folder(LARGE)));
        agrees(MAIN);
        assertEquals(true, fromDisk, "what was kept is used as long as nothing changes");
    }

    @Test
    void aHeaderIncludedByTwoNamesIsOneFile() throws IOException {
        header("twice.h", "int twice(void);\n");
        String text = "#include \"twice.h\"\n#include \"twice.h\"\n#include \"first/../twice.h\"\nint main_file;\n";
        header("main.c", text);
        for (boolean kept : new boolean[]{false, true}) {
            Preprocessed unit = run(text, Optional.of(folder(LARGE)));
            assertEquals(kept, fromDisk);
            assertEquals(List.of("main.c", "twice.h"), unit.map().files().stream()
                    .map(it -> it.path().getFileName().toString()).sorted().toList());
        }
    }

    /** Names in Latin-1, of which two stand together as one character of UTF-8 would. */
    @Test
    void bytesThatAreNoUtf8AreKept() throws IOException {
        Files.write(temp.resolve("second/once.h"),
                "#pragma once\nconst char *joerg = \"J\u00f6rg\"; int c\u00c3, \u00a9;\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        header("second/inner.h", "#pragma once\n#define INNER L\"\u20ac \ud83d\ude00\"\n");
        keep();
    }

    @Test
    void theNextProcessGoesOnFromThere() {
        keep();
        agrees(MAIN.replace("int b", "#include <inner.h>\nint c = INNER; int b"));
        assertEquals(true, fromDisk);
    }

    @Test
    void aNewerTextOfTheRestIsReadOnIt() {
        keep();
        Preprocessed first = run(MAIN, Optional.of(folder(LARGE)));
        String longer = MAIN + "int more = ADD(INNER, __COUNTER__) + OWN;\n";
        Preprocessed second = first.preamble().orElseThrow()
                .again(SourceText.of(temp.resolve("main.c"), longer), new CompileCommand(temp, "gcc", flags, "test"),
                        Optional.empty())
                .orElseThrow();
        assertEquals(told(run(longer, Optional.empty())), told(second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"second/outer.h", "second/inner.h", "second/once.h"})
    void aChangedHeaderIsReadAnew(String name) throws IOException {
        keep();
        header(name, Files.readString(temp.resolve(name)).replace("int ", "long "));
        agrees(MAIN);
        assertEquals(false, fromDisk);
        agrees(MAIN);
        assertEquals(true, fromDisk, "it is kept anew");
    }

    @Test
    void aHeaderWithItsOldTimeAndSizeIsStillAnother() throws IOException {
        keep();
        Path file = temp.resolve("second/inner.h");
        FileTime old = Files.getLastModifiedTime(file);
        header("second/inner.h", Files.readString(file).replace('5', '6'));
        Files.setLastModifiedTime(file, old);
        agrees(MAIN);
        assertEquals(false, fromDisk);
    }

    @Test
    void aHeaderThatIsGoneIsMissed() throws IOException {
        keep();
        Files.delete(temp.resolve("second/once.h"));
        agrees(MAIN);
        assertEquals(false, fromDisk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first/inner.h", "first/outer.h", "first/once.h"})
    void aHeaderThatNowStandsInAnEarlierFolderIsFound(String name) throws IOException {
        keep();
        header(name, "#define INNER 9\n#define ADD(a, b) a\nint earlier;\n");
        agrees(MAIN);
        // inner.h is found beside outer.h first, whatever the folders hold.
        assertEquals(name.equals("first/inner.h"), fromDisk, name);
    }

    @Test
    void anotherFileInASearchedFolderChangesNothing() throws IOException {
        keep();
        header("first/unrelated.h", "int unrelated;\n");
        agrees(MAIN);
        assertEquals(true, fromDisk);
    }

    @Test
    void otherFlagsAnotherCompilerAndAnotherBuildAreOtherQuestions() {
        keep();
        flags = List.of("-Ifirst", "-Isecond", "-DON_THE_LINE=8");
        agrees(MAIN);
        assertEquals(false, fromDisk, "flags");
        flags = FLAGS;
        macros = "#define __GNUC__ 13\n";
        agrees(MAIN);
        assertEquals(false, fromDisk, "compiler");
        macros = "#define __GNUC__ 12\n";
        attributes = Set.of("counted_by");
        agrees(MAIN);
        assertEquals(false, fromDisk, "attributes");
        attributes = Set.of();
        builtins = Set.of("__builtin_one");
        agrees(MAIN);
        assertEquals(false, fromDisk, "built-ins");
        builtins = Set.of();
        build = "another build";
        agrees(MAIN);
        assertEquals(false, fromDisk, "build");
        build = "one build";
        agrees(MAIN);
        assertEquals(true, fromDisk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#define OWN 4\n", "#include <inner.h>\n", "\n", "int before;\n", "#if 0\n", "/*"})
    void aTextThatBeginsOtherwiseIsReadAnew(String begin) {
        keep();
        agrees(begin + MAIN);
        assertEquals(false, fromDisk);
    }

    @Test
    void aTextThatEndsWithItsIncludesIsUsedForItselfAlone() throws IOException {
        String includes = "#include <outer.h>\n#include <once.h>\n";
        header("main.c", includes);
        run(includes, Optional.of(folder(LARGE)));
        agrees(includes);
        assertEquals(true, fromDisk);
        agrees(includes + "int more = INNER;\n");
        assertEquals(false, fromDisk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#pragma GCC poison forbidden\n", "#pragma push_macro(\"OWN\")\n", "#assert machine(odd)\n",
            "#include <missing.h>\n", "#warning beware\n"})
    void whatCannotBeKeptIsReadEachTime(String line) throws IOException {
        String text = "#define OWN 3\n" + line + "#include <outer.h>\nint x = OWN;\n";
        header("main.c", text);
        run(text, Optional.of(folder(LARGE)));
        agrees(text);
        assertEquals(false, fromDisk);
    }

    @Test
    void whatOnlyAnEditorHoldsIsNotKept() {
        String text = "#include <inner.h>\nint x = INNER;\n";
        run(text, Optional.of(folder(LARGE)));
        agrees(text);
        assertEquals(false, fromDisk);
    }

    @Test
    void aHeaderThatChangesWhileItIsReadIsNotKept() {
        HeaderCache cache = new HeaderCache(new DiskFiles());
        Preprocessor now = new Preprocessor(cache,
                (_, _) -> new CompilerFacts.Answer(macros, List.of(), new FeatureTests(Set.of(), Set.of())),
                Optional.of(folder(LARGE)));
        now.preprocess(SourceText.of(temp.resolve("main.c"), MAIN), new CompileCommand(temp, "gcc", flags, "test"));
        agrees(MAIN);
        assertEquals(false, fromDisk, "the headers were written a moment before");
    }

    @Test
    void damageIsSeenAndMended() throws IOException {
        keep();
        Path kept = only();
        byte[] whole = Files.readAllBytes(kept);
        for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 12)) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x20;
            Files.write(kept, damaged);
            agrees(MAIN);
            assertEquals(false, fromDisk, "byte " + at);
            Files.write(kept, Arrays.copyOf(whole, at));
            agrees(MAIN);
            assertEquals(false, fromDisk, at + " bytes");
        }
        agrees(MAIN);
        assertEquals(true, fromDisk, "it is written anew");
    }

    /** A checksum that fits does not make bytes right. */
    @Test
    void nothingThatStandsInAFileMakesItThrow() {
        keep();
        PreambleFolder folder = folder(LARGE);
        List<String> question = new KeptPreamble(new HeaderCache(new DiskFiles()),
                new CompileCommand(temp, "gcc", flags, "test"),
                PreprocessorFlags.of(new CompileCommand(temp, "gcc", flags, "test"), 12),
                new CompilerFacts.Answer(macros, List.of(), new FeatureTests(Set.of(), Set.of())))
                .question(temp.resolve("main.c"));
        for (long number : new long[]{-1, 0, 1, 1 << 20, Long.MAX_VALUE, Long.MIN_VALUE}) {
            PieceWriter answer = folder.answer(question);
            answer.number(0);
            answer.text("#define OWN 3\n");
            for (int i = 0; i < 40; i++) {
                answer.number(number);
            }
            folder.write(question, answer);
            agrees(MAIN);
            assertEquals(false, fromDisk);
        }
    }

    @Test
    void theOldestGoWhenAllAreTooLarge() throws IOException {
        keep();
        long size = Files.size(only());
        for (int i = 0; i < 4; i++) {
            flags = List.of("-Ifirst", "-Isecond", "-DON_THE_LINE=" + i);
            run(MAIN, Optional.of(folder(3 * size)));
        }
        try (Stream<Path> files = Files.list(temp.resolve("kept"))) {
            assertEquals(true, files.count() <= 3);
        }
        run(MAIN, Optional.of(folder(LARGE)));
        assertEquals(true, fromDisk, "the last one stays");
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("kept"))) {
            List<Path> all = files.toList();
            assertEquals(1, all.size());
            return all.getFirst();
        }
    }

    @Test
    @NeedsRealThings({RealThing.HEADERS, RealThing.SOURCE})
    void theKernelsLivepatchSampleIsTheSame() throws IOException {
        Path sample = RealThings.source().resolve("samples/livepatch/livepatch-sample.c");
        CompileCommand command = new CompileCommands().find(sample, Optional.of(RealThings.headers())).command()
                .orElseThrow();
        List<List<String>> told = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            HeaderCache cache = new HeaderCache(new DiskFiles());
            Preprocessor preprocessor = new Preprocessor(cache, GccFacts.inUserCache(), Optional.of(folder(1L << 30)));
            SourceText text = SourceText.of(sample, Files.readString(sample));
            Preprocessed unit = preprocessor.preprocess(text, command);
            assertEquals(i == 1, unit.preamble().orElseThrow().isFromDisk());
            TokenSequence tokens = unit.tokens();
            List<String> all = new ArrayList<>();
            for (int at = 0; at < tokens.size(); at++) {
                all.add(tokens.kind(at) + " " + tokens.text(at) + " " + tokens.spelling(at) + " "
                        + tokens.expansion(at));
            }
            told.add(all);
        }
        assertNotEquals(0, told.getFirst().size());
        assertEquals(told.getFirst(), told.getLast());
    }
}
