package org.klpls.c.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Small files that try the grammar where it is hard. gcc judges each in the same test, so no case can be wrong about C. */
@NeedsRealThings(RealThing.HEADERS)
class TortureTest {
    private record Case(String name, boolean accepted, String text) {
        static Case of(String chunk) {
            int line = chunk.indexOf('\n');
            String title = chunk.substring(0, line);
            return new Case(title, title.startsWith("accept: "), chunk.substring(line + 1));
        }
    }

    @TestFactory
    Stream<DynamicTest> namesOfTypesThatAreHidden() throws IOException {
        return cases("shadowing.txt");
    }

    @TestFactory
    Stream<DynamicTest> gnuExtensionsAndErrors() throws IOException {
        return cases("gnu.txt");
    }

    private static Stream<DynamicTest> cases(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(TortureTest.class.getResourceAsStream(file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> chunks = Arrays.asList(text.split("(?m)^=== "));
            return chunks.stream().skip(1).map(Case::of)
                    .map(it -> DynamicTest.dynamicTest(it.name, () -> agreesWithGcc(it)));
        }
    }

    private static void agreesWithGcc(Case it) {
        String complaints = Gcc.complaints(it.text);
        List<String> problems = Parsed.problems(it.text);
        assertAll(() -> assertEquals(it.accepted, complaints.isEmpty(), () -> "gcc: " + complaints),
                () -> assertEquals(it.accepted, problems.isEmpty(), () -> "klpls: " + problems));
    }
}
