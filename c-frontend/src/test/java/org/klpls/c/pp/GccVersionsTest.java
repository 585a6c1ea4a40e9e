package org.klpls.c.pp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is known of gcc 13 to 15 without asking them, against these gccs themselves. */
@NeedsRealThings({RealThing.GCCS, RealThing.HEADERS, RealThing.SOURCE})
class GccVersionsTest {
    /** As the tables were made. */
    private static final List<String> KERNEL = List.of("-mno-sse", "-mno-mmx", "-mno-sse2", "-mno-3dnow", "-mno-avx",
            "-m64", "-mno-80387", "-mno-fp-ret-in-387", "-fno-PIE", "-mcmodel=kernel", "-std=gnu11", "-fshort-wchar",
            "-fstack-protector-strong", "-O2");
    /** Another package of the same gcc has others. */
    private static final Pattern OF_THE_PACKAGE = Pattern
            .compile("#define (__VERSION__|__GNUC_MINOR__|__GNUC_PATCHLEVEL__) .*");
    private static final List<String> C23_ATTRIBUTES = List.of("deprecated", "fallthrough", "maybe_unused",
            "nodiscard",
            "noreturn", "_Noreturn", "unsequenced", "reproducible", "assume", "likely", "carries_dependency",
            "musttail",
            "no_such");
    private static final List<String> FILES = List.of("kernel/fork.c", "net/core/skbuff.c",
            "samples/livepatch/livepatch-shadow-mod.c");

    private static final String DIFFERENT = """
            #define f(x,...) [x ## __VA_ARGS__]
            #define g(x,...) [x,##__VA_ARGS__]
            f(1) f(1,) f(1,2) g(1) g(1,) g(1,2)
            #define h(...) [,##__VA_ARGS__]
            h() h(1)
            #if 0
            #elifdef __x86_64__
            elifdef
            #endif
            unix linux ??=
            1'000'000 0x1'ff 0b1'1 1'a '
            u8'a' U"x" R"(a)" u8R"x(b)x"
            #if true
            true
            #endif
            #if '\\o{41}' == 041 && '\\x{41}' == 0x41
            braces
            #endif
            #if 1'0 == 10
            separated
            #endif
            __STDC_VERSION__
            """;

    @TempDir
    Path temp = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15})
    void macrosAttributesAndBuiltinsAreThoseOfTheVersion(int version) throws IOException {
        Path questions = Files.writeString(temp.resolve("questions.c"), FeatureQuestions.text());
        List<String> arguments = new ArrayList<>(KERNEL);
        arguments.addAll(List.of("-E", "-dM", questions.toString()));
        String said = FeatureQuestions.sorted(run(version, temp, arguments));
        assertEquals(lines(FeatureQuestions.withoutAnswers(said)), lines(FeatureTable.macros(version)));
        assertEquals(FeatureQuestions.answers(said, version), FeatureTable.of(version));
        assertTrue(FeatureTable.of(version).builtins().size() > 1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15})
    void attributesOfC23HaveTheirDates(int version) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : C23_ATTRIBUTES) {
            for (String asked : List.of("__has_c_attribute(" + name + ")", "__has_attribute(" + name + ")",
                    "__has_attribute(__" + name + "__)", "__has_c_attribute(gnu::" + name + ")")) {
                for (int date : List.of(0, 1, 201903, 201904, 201910, 202003, 202106, 202202, 202207, 202311)) {
                    text.append("#if " + asked + " > " + date + "\n" + asked + " " + date + "\n#endif\n");
                }
            }
        }
        same(version, text.toString().replaceAll("(?m)^(__has\\w+)\\(", "$1_ ("), List.of("-std=gnu11"));
        same(version, text.toString().replaceAll("(?m)^(__has\\w+)\\(", "$1_ ("), List.of("-std=gnu2x"));
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15})
    void kernelFilesHaveTheTokensOfTheVersion(int version) throws IOException {
        for (String name : FILES) {
            Path file = RealThings.source().resolve(name);
            CompileCommand derived = new CompileCommands().find(file, Optional.of(RealThings.headers())).command()
                    .orElseThrow();
            List<String> flags = new ArrayList<>(derived.arguments());
            flags.removeIf(it -> it.startsWith("-Wp,") || it.equals("-c"));
            flags.replaceAll(it -> it.equals("-pg") ? "-p" : it);
            flags.addAll(List.of("-I" + file.resolveSibling("."), "-DKBUILD_MODFILE=\"one\""));
            CompileCommand command = new CompileCommand(derived.directory(), "gcc-" + version, flags, "test");
            Preprocessed ours = preprocessed(version, file, Files.readString(file), command);
            List<String> arguments = new ArrayList<>(flags);
            arguments.addAll(List.of("-E", "-P", file.toString()));
            assertEquals(Optional.empty(), GccOracle.difference(GccOracle.texts(ours),
                    tokens(run(version, derived.directory(), arguments), Dialect.GNU)), name);
            assertEquals(List.of(), CFrontend.parse(ours).problems(), name);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15})
    void standardsDifferByVersion(int version) throws IOException {
        for (String standard : List.of("gnu11", "c11", "gnu2x", "c2x")) {
            same(version, DIFFERENT, List.of("-std=" + standard));
        }
        same(version, DIFFERENT, List.of());
    }

    private void same(int version, String text, List<String> flags) throws IOException {
        Path file = Files.writeString(temp.resolve("main.c"), text);
        List<String> arguments = new ArrayList<>(flags);
        arguments.addAll(List.of("-E", "-P", file.toString()));
        List<String> defined = new ArrayList<>(flags);
        defined.addAll(List.of("-E", "-dM", "/dev/null"));
        Preprocessed ours = preprocessed(version, run(version, temp, defined), file, text,
                new CompileCommand(temp, "gcc", flags, "test"));
        assertEquals(Optional.empty(),
                GccOracle.difference(GccOracle.texts(ours),
                        tokens(run(version, temp, arguments), Dialect.of(flags, version))));
    }

    private static Preprocessed preprocessed(int version, Path file, String text, CompileCommand command)
            throws IOException {
        return preprocessed(version, FeatureTable.macros(version), file, text, command);
    }

    private static Preprocessed preprocessed(int version, String macros, Path file, String text,
            CompileCommand command) {
        CompilerFacts facts = (_, _) -> new CompilerFacts.Answer(macros, List.of(),
                FeatureTable.of(version));
        return new Preprocessor(new HeaderCache(new DiskFiles()), facts).preprocess(SourceText.of(file, text), command);
    }

    private static List<String> tokens(String printed, Dialect dialect) {
        SourceText text = SourceText.of(Path.of("/gcc.i"), printed);
        return GccOracle.texts(Preprocessed.ofPlainText(text, new Interner(), dialect));
    }

    private static String lines(String macros) {
        TreeSet<String> lines = new TreeSet<>();
        macros.lines().filter(line -> !OF_THE_PACKAGE.matcher(line).matches()).forEach(lines::add);
        return String.join("\n", lines);
    }

    private static String run(int version, Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(RealThings.cc1(version).toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
