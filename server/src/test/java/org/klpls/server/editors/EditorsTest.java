package org.klpls.server.editors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The example livepatch in real editors, as their users set them up: docs/editors.md. */
@NeedsRealThings({RealThing.EDITORS, RealThing.KERNEL})
class EditorsTest {
    private static final String AMBIGUOUS = "\"show\"";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void findingIsShownExplainedAndFixed(Editor editor) throws IOException, InterruptedException {
        Path file = exampleIn(folder).resolve("cmdline-fix.c");
        List<String> lines = Files.readAllLines(file);
        int line = lineOf(AMBIGUOUS, lines);

        EditorRun run = new EditorRun(editor, folder);
        Round round = run.round(file, RealThings.vmlinuz(), AMBIGUOUS, ".old_sympos = 1");

        Round.Seen finding = at(line, round.before()).findFirst().orElseThrow();
        assertAll(() -> assertEquals("klp-sympos-required", finding.code()),
                () -> assertEquals(lines.get(line).indexOf(AMBIGUOUS), finding.character()),
                () -> assertEquals("klpls", finding.source()),
                () -> assertTrue(round.hover().contains("show") && round.hover().contains("vmlinux"), round.hover()),
                () -> assertTrue(round.titles().size() > 1, "one fix for each occurrence: " + round.titles()),
                () -> assertTrue(round.text().contains(".old_sympos = 1"), round.text()),
                () -> assertEquals(exchanged(finding.code(), "klp-module-stale", round.before()),
                        codes(round.after()), "the .ko was built before the fix"),
                () -> assertFalse(run.serverLog().contains("Exception"), run.serverLog()));
    }

    private static List<String> codes(List<Round.Seen> seen) {
        return seen.stream().map(Round.Seen::code).sorted().toList();
    }

    private static List<String> exchanged(String gone, String instead, List<Round.Seen> seen) {
        return codes(seen).stream().map(code -> code.equals(gone) ? instead : code).sorted().toList();
    }

    private static Stream<Round.Seen> at(int line, List<Round.Seen> seen) {
        return seen.stream().filter(each -> each.line() == line);
    }

    private static int lineOf(String text, List<String> lines) {
        return lines.indexOf(lines.stream().filter(line -> line.contains(text)).findFirst().orElseThrow());
    }

    /** A copy of the example to edit. */
    private static Path exampleIn(Path folder) throws IOException {
        Path original = RealThings.projectRoot().resolve("docs/examples/cmdline-fix");
        Path copy = folder.resolve("cmdline-fix");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path from : files.toList()) {
                Files.copy(from, copy.resolve(original.relativize(from).toString()));
            }
        }
        return copy;
    }
}
