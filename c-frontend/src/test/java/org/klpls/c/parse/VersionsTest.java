package org.klpls.c.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.klpls.c.pp.Dialect;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * One-line files that gccs of different versions, or of different standards, take for different things. Each gcc from 12 to 15
 * judges each: what it accepts is accepted, what it calls a syntax error is refused.
 */
@NeedsRealThings({RealThing.HEADERS, RealThing.GCCS})
class VersionsTest {
    @ParameterizedTest
    @CsvSource({"12,gnu11", "12,gnu2x", "13,gnu11", "13,gnu2x", "14,gnu11", "14,gnu2x", "15,gnu11", "15,gnu2x"})
    void everyLineIsJudgedAsThisGccDoes(int version, String standard, @TempDir Path folder) throws Exception {
        List<String> texts = texts();
        List<String> said = said(texts, version, standard, folder);
        Dialect dialect = Dialect.of(List.of("-std=" + standard), version);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<String> problems = Parsed.problems(texts.get(i), dialect);
            boolean accepted = problems.isEmpty();
            if (accepted ? Gcc.isSyntaxError(said.get(i)) : said.get(i).isEmpty()) {
                differences.add(texts.get(i) + "   gcc " + version + " " + standard + ": "
                        + said.get(i).lines().findFirst().orElse("accepted") + "   klpls: " + problems);
            }
        }
        assertEquals("", String.join("\n", differences));
    }

    /** What this gcc says of each text: nothing where it accepts it. */
    private static List<String> said(List<String> texts, int version, String standard, Path folder)
            throws IOException, InterruptedException, ExecutionException {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<String>> calls = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                Path file = Files.writeString(folder.resolve("f" + i + ".c"), texts.get(i) + "\n");
                calls.add(two.submit(() -> said(folder, file, version, standard)));
            }
            List<String> said = new ArrayList<>();
            for (Future<String> call : calls) {
                said.add(call.get());
            }
            return said;
        }
    }

    private static String said(Path folder, Path file, int version, String standard)
            throws IOException, InterruptedException {
        String program = version == 12 ? "gcc" : RealThings.cc1(version).toString();
        ProcessBuilder builder = new ProcessBuilder(program, "-fsyntax-only", "-w", "-std=" + standard,
                file.toString()).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said.lines().filter(it -> it.contains("error: ")).findFirst().orElse(said);
    }

    private static List<String> texts() throws IOException {
        try (InputStream in = Objects.requireNonNull(VersionsTest.class.getResourceAsStream("versions.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
