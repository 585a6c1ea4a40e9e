package org.klpls.c.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Hundreds of one-line files that try the grammar; gcc judges each in the same test, so no line can be wrong about C. */
@NeedsRealThings(RealThing.HEADERS)
class SnippetsTest {
    private static final int FEWEST = 300;

    @ParameterizedTest
    @ValueSource(strings = {"snippets.txt", "shadowing-snippets.txt"})
    void whatGccAcceptsIsAcceptedAndNothingElse(String file, @TempDir Path folder) throws IOException {
        List<String> lines = lines(file);
        assertTrue(lines.size() >= FEWEST, lines::toString);
        List<String> texts = lines.stream().map(line -> line.substring(2) + "\n").toList();
        List<String> gcc = new GccBatch(folder, folder, List.of("-std=gnu11")).complaints(texts);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean accepted = lines.get(i).startsWith("+ ");
            List<String> problems = Parsed.problems(texts.get(i));
            if (accepted != gcc.get(i).isEmpty() || accepted != problems.isEmpty()) {
                differences.add(lines.get(i) + "   gcc: " + gcc.get(i).strip() + "   klpls: " + problems);
            }
        }
        assertEquals("", String.join("\n", differences));
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(SnippetsTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith("+ ") || line.startsWith("- ")).toList();
        }
    }
}
