package org.klpls.c.pp;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.testing.FuzzBounds;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Any files at all give tokens, soon, and the same ones when the file is read again on its preamble. An input is a main file and the
 * headers {@code a.h}, {@code b.h} and {@code c.h}, with a form feed between each two. Without JAZZER_FUZZ the committed inputs are
 * tried; with it Jazzer makes up more: see docs/testing.md.
 */
class PreprocessorFuzzTest {
    private static final Path FOLDER = Path.of("/fuzzed");
    private static final CompileCommand COMMAND = new CompileCommand(FOLDER, "gcc", List.of("-I."), "test");
    private static final CompilerFacts FACTS = (_, _) -> new CompilerFacts.Answer("#define __GNUC__ 12\n", List.of(),
            FeatureTable.of(12));

    /** The headers of one input. */
    private record Headers(Map<Path, SourceText> texts) implements SourceFiles {
        @Override
        public Optional<Stamp> stamp(Path file) {
            return read(file).map(text -> new Stamp(0, text.text().length()));
        }

        @Override
        public Optional<Stamp> folder(Path folder) {
            return Optional.of(new Stamp(0, 0));
        }

        @Override
        public Optional<SourceText> read(Path file) {
            return Optional.ofNullable(texts.get(file.normalize()));
        }
    }

    @Timeout(120)
    @DictionaryFile(resourcePath = "/org/klpls/c/parse/c.dict")
    @FuzzTest(maxDuration = "1h")
    void anyFilesGiveTokens(byte[] input) {
        String[] files = new String(input, StandardCharsets.UTF_8).split("\f", 4);
        FuzzBounds.hold(input.length, () -> preprocess(files));
        preprocessAgainAndParse(files);
    }

    private static void preprocess(String[] files) {
        preprocessor(files).preprocess(mainFile(files), COMMAND);
    }

    private static void preprocessAgainAndParse(String[] files) {
        Preprocessor preprocessor = preprocessor(files);
        Preprocessed unit = preprocessor.preprocess(mainFile(files), COMMAND);
        String printed = TokenPrinter.print(unit);
        unit.problems().forEach(problem -> problem.where().ifPresent(place -> place.start().line()));
        Preprocessed again = preprocessor.preprocess(mainFile(files), COMMAND, Optional.of(unit));
        assertEquals(printed, TokenPrinter.print(again));
        CFrontend.parse(unit);
    }

    private static SourceText mainFile(String[] files) {
        return SourceText.of(FOLDER.resolve("main.c"), files[0]);
    }

    private static Preprocessor preprocessor(String[] files) {
        Map<Path, SourceText> headers = new HashMap<>();
        for (int i = 1; i < files.length; i++) {
            SourceText header = SourceText.of(FOLDER.resolve((char) ('a' + i - 1) + ".h"), files[i]);
            headers.put(header.path(), header);
        }
        return new Preprocessor(new HeaderCache(new Headers(headers)), FACTS);
    }
}
