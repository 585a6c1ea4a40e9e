package org.klpls.c.pp;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Small files, each about one thing that preprocessors get wrong; gcc says what is right. */
@NeedsRealThings(RealThing.HEADERS)
class TrapsTest {
    @TempDir
    Path temp;

    static Stream<Path> traps() throws IOException, URISyntaxException {
        Path folder = Path.of(TrapsTest.class.getResource("traps").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".c")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("traps")
    void aTrapIsPassedAsGccPassesIt(Path file) {
        GccOracle oracle = new GccOracle(temp);
        CompileCommand command = new CompileCommand(file.resolveSibling("."), "gcc",
                List.of("-std=gnu11", "-O2", "-DGIVEN=7", "-UGIVEN", "-DGIVEN(x)=<x>", "-I", "include1", "-Iinclude2"),
                "test");
        Optional<List<String>> gccs = oracle.gccs(file, command);
        assertFalse(gccs.isEmpty(), "gcc refuses the fixture");
        Preprocessed unit = oracle.ours(file, command);
        assertEquals(Optional.empty(), GccOracle.difference(GccOracle.texts(unit), gccs.get()));
        Preprocessed printed = Preprocessed.ofPlainText(SourceText.of(file, TokenPrinter.print(unit)),
                unit.tokens().interner(), Dialect.GNU);
        assertEquals(Optional.empty(), GccOracle.difference(GccOracle.texts(printed), gccs.get()));
    }
}
