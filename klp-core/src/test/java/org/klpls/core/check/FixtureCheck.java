package org.klpls.core.check;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.SourceText;
import org.klpls.core.kernel.FixtureKernel;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.model.TableEnd;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Report;
import org.klpls.core.rules.RuleCatalog;
import org.klpls.core.rules.pair.PairContext;
import org.klpls.core.source.LivepatchSource;
import org.klpls.core.source.LivepatchSourceReader;

/** Runs the engine over the parts of a fixture. That no built module is checked goes without saying. */
public final class FixtureCheck {
    private static final String BESIDE = "beside: ";
    private static final Path HEADERS = Path.of("src/main/resources/org/klpls/core/source/headers").toAbsolutePath();

    /** Flags as a kernel build gives them, with headers that hold just what fixtures need. */
    private static CompileCommand flags(String module) {
        return new CompileCommand(HEADERS, "gcc",
                List.of("-nostdinc", "-I" + HEADERS, "-DMODULE", "-DKBUILD_MODNAME=\"" + module + "\""), "a fixture");
    }

    private FixtureCheck() {}

    /** Whether gcc takes the text. */
    public static boolean compiles(String source) {
        List<String> command = new ArrayList<>(List.of("gcc", "-fsyntax-only", "-w", "-x", "c"));
        command.addAll(flags("patch").arguments());
        command.add("-");
        try {
            Process gcc = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (Writer in = gcc.outputWriter(StandardCharsets.UTF_8)) {
                in.write(source);
            }
            gcc.inputReader().lines().forEach(_ -> {});
            return gcc.waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static Report run(String source, Map<String, String> parts) {
        String name = parts.containsKey("/patched_funcs.csv") ? "patched_funcs.csv" : "patch.c";
        if (parts.keySet().stream().noneMatch(part -> part.startsWith(BESIDE))) {
            return run(SourceText.of(Path.of("/fixture").resolve(name), source), parts);
        }
        try {
            Path folder = Files.createTempDirectory("klpls-fixture").toRealPath();
            try {
                for (String part : parts.keySet()) {
                    if (part.startsWith(BESIDE)) {
                        Path file = folder.resolve(part.substring(BESIDE.length()));
                        Files.createDirectories(file.getParent());
                        Files.writeString(file, Objects.requireNonNull(parts.get(part)));
                    }
                }
                return run(SourceText.of(folder.resolve(name), source), parts);
            } finally {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Report run(SourceText text, Map<String, String> parts) {
        CompileCommand flags = flags(parts.getOrDefault("/name", "patch").strip());
        Optional<TargetKernel> kernel = Optional.ofNullable(parts.get("/kernel.tsv"))
                .map(lines -> FixtureKernel.of(withIncluded(lines)));
        CheckRequest request = new CheckRequest(List.of(text), List.of(), kernel, Optional.of(flags), List.of());
        Report report = new Checker().check(request, Cancellation.NEVER).report();
        List<Finding> findings = new ArrayList<>(report.findings());
        Optional.ofNullable(parts.get("/module.table")).ifPresent(table -> {
            LivepatchSource read = new LivepatchSourceReader().read(text, Optional.of(flags)).source();
            PairContext pair = new PairContext(read, Path.of("/fixture/patch.ko"), List.of(patch(table)),
                    !parts.containsKey("unsaved"));
            RuleCatalog.ALL.pair().forEach(rule -> rule.check(pair, findings::add));
        });
        return new Report(report.kernel(), findings.stream().sorted(FindingOrder.BY_PLACE).toList(),
                report.skipped().stream().filter(s -> !s.check().equals("module")).toList());
    }

    /** {@code @like NAME} stands for the lines of fixtures/NAME.tsv. */
    private static String withIncluded(String kernel) {
        return kernel.lines().map(line -> line.startsWith("@like ") ? shared(line.substring(6).strip()) : line)
                .collect(Collectors.joining("\n"));
    }

    private static String shared(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/fixtures/" + name + ".tsv"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A module's patch called "patch" of lines {@code OBJECT OLD_NAME SYMPOS NEW_FUNC}. */
    private static KlpPatch patch(String table) {
        Place place = new Place.InModule(ElfPlace.of(Path.of("/fixture/patch.ko"), ".data", 0));
        Map<String, List<KlpFunc>> objects = new LinkedHashMap<>();
        for (String line : table.lines().toList()) {
            String[] words = line.split(" ");
            objects.computeIfAbsent(words[0], _ -> new ArrayList<>())
                    .add(new KlpFunc(Optional.of(new Located<>(words[1], place)),
                            Optional.of(new Located<>(Long.valueOf(words[2]), place)),
                            Optional.of(new Located<>(words[3], place)), place));
        }
        List<KlpObject> entries = objects.entrySet().stream()
                .map(e -> new KlpObject(
                        Optional.of(e.getKey()).filter(n -> !n.equals("vmlinux")).map(n -> new Located<>(n, place)),
                        Optional.of(table(e.getValue(), place)), place))
                .toList();
        return new KlpPatch("patch", false, table(entries, place), place);
    }

    private static <T> KlpTable<T> table(List<T> entries, Place place) {
        return new KlpTable<>(Optional.empty(), entries, List.of(), TableEnd.TERMINATED, place, place);
    }
}
