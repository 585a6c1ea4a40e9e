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
import org.junit.jupiter.params.provider.CsvSource;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@NeedsRealThings({RealThing.HEADERS, RealThing.SOURCE})
class MacroTraceTest {
    private static final String TEXT = """
            #define IN(x) made x
            #define MID body IN(x1)
            #define OUT(x) IN(x) MID
            #define PASTE(a, b) a ## b #a
            #define ID(x) x
            int plain = OUT(
              given) ID(ID(deep)) PASTE(le, ft) ID(MID);
            """;

    @TempDir
    Path temp;

    private final HeaderCache cache = new HeaderCache(new DiskFiles());

    private static String at(SourceRange range) {
        return (range.start().line() + 1) + ":" + range.source().slice(range.span());
    }

    /** Each use as {@code macro called at}, the innermost first; which one of several equal tokens is counted from 1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"plain | 1 | 6:plain | ''", "given | 1 | 7:given | IN 3:IN, OUT 6:OUT",
            "made | 1 | 1:made | IN 3:IN, OUT 6:OUT", "made | 2 | 1:made | IN 2:IN, MID 3:MID, OUT 6:OUT",
            "body | 1 | 2:body | MID 3:MID, OUT 6:OUT", "x1 | 1 | 2:x1 | IN 2:IN, MID 3:MID, OUT 6:OUT",
            "deep | 1 | 7:deep | ID 7:ID, ID 7:ID", "left | 1 | 7:le | PASTE 7:PASTE",
            "\"le\" | 1 | 7:le | PASTE 7:PASTE", "body | 2 | 2:body | MID 7:MID, ID 7:ID"})
    void aTokenTellsTheMacrosThatItCameThrough(String token, int which, String spelling, String uses) {
        CompileCommand command = new CompileCommand(temp, "gcc", List.of(), "test");
        Preprocessor preprocessor = new Preprocessor(cache,
                (_, _) -> new CompilerFacts.Answer("", List.of(), new FeatureTests(Set.of(), Set.of())));
        SourceText text = SourceText.of(temp.resolve("main.c"), TEXT);
        List<String> texts = GccOracle.texts(preprocessor.preprocess(text, command));
        int index = -1;
        for (int i = 0; i < which; i++) {
            index += 1 + texts.subList(index + 1, texts.size()).indexOf(token);
        }
        MacroTrace trace = preprocessor.trace(text, command);
        assertEquals(texts.size() + 1, trace.size());
        assertEquals(spelling, at(trace.spelling(index)));
        assertEquals(uses, String.join(", ",
                trace.macros(index).stream().map(use -> use.macro() + " " + at(use.call())).toList()));
        trace.macros(index)
                .forEach(use -> assertTrue(at(use.definition()).endsWith(":" + use.macro()), use::toString));
    }

    @Test
    void aRealFileHasTheSameTokensAndPlacesWithAndWithoutTrace() throws IOException {
        Path file = RealThings.source().resolve("samples/livepatch/livepatch-sample.c");
        CompileCommand command = new CompileCommands().find(file, Optional.of(RealThings.headers())).command()
                .orElseThrow();
        Preprocessor preprocessor = new Preprocessor(cache, new GccFacts(temp.resolve("facts")));
        SourceText text = SourceText.of(file, Files.readString(file));
        Preprocessed unit = preprocessor.preprocess(text, command);
        MacroTrace trace = preprocessor.trace(text, command);
        assertEquals(unit.tokens().size(), trace.size());
        int deepest = 0;
        for (int i = 0; i < trace.size() - 1; i++) {
            List<MacroTrace.Use> macros = trace.macros(i);
            if (i % 97 == 0 && !macros.isEmpty()) {
                SourceRange outermost = macros.getLast().call();
                assertEquals(outermost.start(), unit.map().expansion(unit.tokens(), i).start(),
                        unit.tokens().text(i));
            }
            deepest = Math.max(deepest, macros.size());
        }
        assertTrue(deepest > 5, "macros in macros");
    }
}
