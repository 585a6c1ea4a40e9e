package org.klpls.c.types;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.pp.Dialect;
import org.klpls.c.pp.Interner;
import org.klpls.c.pp.Preprocessed;
import org.klpls.c.testing.FuzzBounds;
import org.klpls.c.text.SourceText;

/** Any text at all can be asked for types, values and uses, and answers soon. See docs/testing.md. */
class TypesFuzzTest {
    @Timeout(30)
    @DictionaryFile(resourcePath = "/org/klpls/c/parse/c.dict")
    @FuzzTest(maxDuration = "1h")
    void anyTextCanBeAsked(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        FuzzBounds.hold(input.length, () -> ask(text));
    }

    static int ask(String text) {
        SourceText source = SourceText.of(Path.of("/fuzzed.c"), text);
        Dialect dialect = text.startsWith("//23") ? Dialect.C23 : Dialect.GNU;
        return Everything.ask(CFrontend.parse(Preprocessed.ofPlainText(source, new Interner(), dialect)).unit());
    }
}
