package org.klpls.c.pp;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Small files and flags, each about one thing: where gcc -E finds errors we find errors, in the same files and lines, and else the
 * tokens are the same. gcc stops at a fatal error, and we go on; in cases that say "elsewhere" we point to another line, the one to
 * mend: there only the verdict counts.
 */
@NeedsRealThings(RealThing.HEADERS)
class LikeGccTest {
    private static final Pattern ERROR = Pattern
            .compile("^(?:gcc|cc1|<[^>]*>|[^ :]+)(?::(\\d+))?.*?: (?:fatal )?error: .*");

    @TempDir
    Path temp;

    /** One file with what it includes. */
    private record Case(String name, List<String> flags, String main, Map<String, String> others) {}

    private static List<Case> cases(Path file) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String part : Files.readString(file).split("(?m)^=== ", -1)) {
            if (!cases.isEmpty() || !part.startsWith("Each") && !part.contains("form is that of")) {
                cases.add(oneCase(part));
            }
        }
        return cases;
    }

    private static Case oneCase(String text) {
        String title = text.lines().findFirst().orElse("");
        String[] nameAndFlags = title.split(" \\| ", 2);
        String[] parts = text.substring(Math.min(text.length(), title.length() + 1)).split("(?m)^--- ", -1);
        Map<String, String> others = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int newline = parts[i].indexOf('\n');
            others.put(parts[i].substring(0, newline), parts[i].substring(newline + 1));
        }
        return new Case(nameAndFlags[0], nameAndFlags.length > 1 ? List.of(nameAndFlags[1].split(" ")) : List.of(),
                parts[0], others);
    }

    @TestFactory
    Stream<DynamicContainer> asGcc() throws IOException, URISyntaxException {
        Path folder = Path.of(LikeGccTest.class.getResource("like-gcc").toURI());
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.sorted().toList();
        }
        List<DynamicContainer> containers = new ArrayList<>();
        for (Path file : files) {
            containers.add(DynamicContainer.dynamicContainer(file.getFileName().toString(),
                    cases(file).stream().map(it -> DynamicTest.dynamicTest(it.name, () -> compare(it)))));
        }
        return containers.stream();
    }

    private void compare(Case each) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(temp, "case");
        Path main = folder.resolve("main.c");
        Files.writeString(main, each.main);
        for (Map.Entry<String, String> other : each.others.entrySet()) {
            Path file = folder.resolve(other.getKey());
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, other.getValue());
        }
        List<String> flags = new ArrayList<>();
        if (each.flags.stream().noneMatch(it -> it.startsWith("-std=") || it.equals("-ansi"))) {
            flags.add("-std=gnu11");
        }
        flags.addAll(each.flags);
        String gccs = gcc(main, flags);
        HeaderCache cache = new HeaderCache(new DiskFiles());
        CompileCommand command = new CompileCommand(folder, "gcc", flags, "test");
        Preprocessed ours = new Preprocessor(cache, new GccFacts(temp.resolve("facts")))
                .preprocess(SourceText.of(main, each.main), command);
        String wanted = each.name.endsWith("(elsewhere)") && gccs.startsWith("errors") ? "errors" : gccs;
        String got = errors(ours).orElseGet(() -> String.join(" ", GccOracle.texts(ours)));
        assertEquals(wanted, wanted.equals("errors") && got.startsWith("errors [") ? "errors" : got);
    }

    /** gcc's tokens, or the places of its errors. */
    private String gcc(Path main, List<String> flags) throws IOException, InterruptedException {
        Path folder = main.resolveSibling(".").normalize();
        List<String> words = new ArrayList<>(List.of("gcc", "-fmax-errors=0"));
        words.addAll(flags);
        words.addAll(List.of("-E", "-P", main.toString(), "-o", "main.i"));
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        TreeSet<String> lines = new TreeSet<>();
        boolean stopped = false;
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Matcher error = ERROR.matcher(line);
                stopped |= line.contains(": fatal error: ");
                if (error.matches() && !line.endsWith("the conditional began here")) {
                    lines.add(error.group(1) == null
                            ? "-"
                            : Path.of(line.substring(0, line.indexOf(':'))).getFileName() + ":" + error.group(1));
                }
            }
        }
        if (process.waitFor() != 0) {
            return stopped ? "errors" : "errors " + lines;
        }
        SourceText text = SourceText.of(folder.resolve("main.i"), Files.readString(folder.resolve("main.i")));
        return String.join(" ", GccOracle.texts(Preprocessed.ofPlainText(text, new Interner(), Dialect.of(flags, 12))));
    }

    private static Optional<String> errors(Preprocessed unit) {
        TreeSet<String> lines = new TreeSet<>();
        for (Problem problem : unit.problems()) {
            if (problem.severity() == Problem.Severity.ERROR) {
                lines.add(problem.where().map(it -> {
                    Path name = it.source().path().getFileName();
                    return name.toString().startsWith("<") ? "-" : name + ":" + (it.start().line() + 1);
                }).orElse("-"));
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of("errors " + lines);
    }
}
