package org.klpls.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code klpls check} on what people give it: half of it, too much of it, or the wrong thing. */
class CheckInputsTest {
    private static final Path EXAMPLE = Path.of("../docs/examples/cmdline-fix").toAbsolutePath().normalize();
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
    private static final Pattern COMMAND = Pattern.compile("['`]klpls ([a-z]+)");

    /** What is typed after {@code klpls check}, the exit status, and pieces that the output must have. */
    record Row(String command, int status, List<String> says) {
        static Row of(String line) {
            List<String> columns = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            return new Row(columns.get(0), Integer.parseInt(columns.get(1)), columns.subList(2, columns.size()));
        }
    }

    @TempDir
    private Path folder;

    private static Stream<Row> rows() throws IOException {
        return Files.readString(Path.of("src/test/resources/check-inputs.txt")).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Row::of);
    }

    @BeforeEach
    void makeFolders() throws IOException {
        byte[] module = Files.readAllBytes(EXAMPLE.resolve("cmdline-fix.ko"));
        makeSource(folder.resolve("fix"), "cmdline-fix");
        Files.write(folder.resolve("fix/cmdline-fix.ko"), module);
        makeSource(folder.resolve("source"), "cmdline-fix");
        Files.write(Files.createDirectories(folder.resolve("module")).resolve("cmdline-fix.ko"), module);
        for (String name : List.of("one", "two")) {
            makeSource(folder.resolve("many").resolve(name), name);
        }
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("hello.c"), "int hello(void) { return 0; }\n");
        Files.createDirectories(folder.resolve("empty"));
        Files.copy(EXAMPLE.resolve("debian-6.1.klpidx"), folder.resolve("kernel.klpidx"));
        Path twoKernels = Files.createDirectories(folder.resolve("beside"));
        Files.write(twoKernels.resolve("first.ko"), module);
        Files.write(twoKernels.resolve("second.ko"), ofOtherRelease(module));
        Files.copy(EXAMPLE.resolve("debian-6.1.klpidx"), twoKernels.resolve("kernel.klpidx"));
        Files.writeString(folder.resolve("System.map"),
                "ffffffff81000000 T _text\nffffffff81000100 T show\nffffffff81000200 t show\n");
        Files.writeString(folder.resolve("Module.symvers"),
                "0x12345678\tklp_enable_patch\tvmlinux\tEXPORT_SYMBOL_GPL\t\n");
        Path build = Files.createDirectories(folder.resolve("build"));
        Files.copy(folder.resolve("Module.symvers"), build.resolve("Module.symvers"));
        Files.createDirectories(build.resolve("include/generated"));
        Files.writeString(build.resolve("include/generated/utsrelease.h"), "#define UTS_RELEASE \"6.1.0-mine\"\n");
        Files.writeString(build.resolve(".config"), "CONFIG_X86_64=y\nCONFIG_SMP=y\nCONFIG_MODULE_UNLOAD=y\n");
    }

    /** The example, with the flags and the few headers that it comes with. */
    private static void makeSource(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Files.copy(EXAMPLE.resolve("cmdline-fix.c"), folder.resolve(name + ".c"));
        String flags = Files.readString(EXAMPLE.resolve("compile_commands.json"));
        Files.writeString(folder.resolve("compile_commands.json"), flags.replace("cmdline-fix.", name + ".")
                .replace("-I./include", "-I" + EXAMPLE.resolve("include")));
    }

    /** The same length, so that the file stays what it is. */
    private static byte[] ofOtherRelease(byte[] module) {
        String text = new String(module, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("vermagic=6.1.0-"), "the example is for a 6.1 kernel");
        return text.replace("vermagic=6.1.0-", "vermagic=6.2.0-").getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatCannotBeCheckedIsSaidWithARemedyThatExists(Row row) {
        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told);
        String[] command = Stream.concat(Stream.of("check"), Arrays.stream(row.command().split(" ")).map(this::word))
                .toArray(String[]::new);
        int status = Main.commandLine(writer, writer).execute(command);
        writer.flush();
        String text = told.toString();
        assertEquals(row.status(), status, text);
        for (String piece : row.says()) {
            if (piece.startsWith("not: ")) {
                assertFalse(text.contains(piece.substring(5)), text);
            } else {
                assertTrue(text.contains(piece), text + "\nlacks: " + piece);
            }
        }
        assertRemediesExist(text);
    }

    /** {@code @fix} is the folder of that name. */
    private String word(String word) {
        return word.replace("@", folder + "/");
    }

    private static void assertRemediesExist(String text) {
        CommandLine klpls = Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        Set<String> options = klpls.getSubcommands().values().stream().filter(c -> c.getCommandName().equals("check"))
                .flatMap(c -> c.getCommandSpec().optionsMap().keySet().stream()).collect(Collectors.toSet());
        text.lines().filter(line -> line.startsWith("skipped: ") || line.startsWith("klpls: ")).forEach(line -> {
            assertTrue(options.containsAll(matches(OPTION, line, 0)), line);
            assertTrue(klpls.getSubcommands().keySet().containsAll(matches(COMMAND, line, 1)), line);
        });
    }

    private static Set<String> matches(Pattern pattern, String line, int group) {
        return pattern.matcher(line).results().map(result -> result.group(group)).collect(Collectors.toSet());
    }
}
