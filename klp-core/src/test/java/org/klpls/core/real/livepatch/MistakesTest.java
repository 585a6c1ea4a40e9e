package org.klpls.core.real.livepatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.core.check.Cancellation;
import org.klpls.core.check.Checker;
import org.klpls.core.check.Inputs;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.rule.Finding;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** An hour of a person's mistakes: each is found at its line, and the message says what to do. */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS})
class MistakesTest {
    private static final TargetKernel KERNEL = OnOneKernel.read(StockKernel.V6_1);
    private static final Checker CHECKER = new Checker();

    @TempDir
    Path folder;

    static List<Mistake> mistakes() {
        return Mistake.all();
    }

    @Test
    void thereAreForty() {
        assertTrue(Mistake.all().size() >= 40);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void itIsFoundAtItsLine(Mistake mistake) throws IOException {
        for (Path file : Livepatch.of(mistake.folder()).files()) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        Path source = Files.writeString(folder.resolve(mistake.fileName()), mistake.text());
        Optional<CompileCommand> flags = new CompileCommands().find(source, Optional.of(RealThings.headers()))
                .command();
        List<Finding> findings = CHECKER
                .check(Inputs.of(List.of(source)).request(Optional.of(KERNEL), flags, List.of()), Cancellation.NEVER)
                .report().findings();
        assertTrue(findings.stream().anyMatch(finding -> isOf(mistake, finding)),
                () -> "not found in line " + (mistake.line() + 1) + " of " + source + ": " + findings);
    }

    private static boolean isOf(Mistake mistake, Finding finding) {
        return finding.code().equals(mistake.code()) && finding.message().contains(mistake.says())
                && finding.source().filter(where -> line(where.source().text(), where.span().start()) == mistake.line())
                        .isPresent();
    }

    private static long line(String text, int offset) {
        return text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
