package org.klpls.server.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rules.RuleCatalog;
import picocli.CommandLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Commands, their exit status and their two outputs, in this process. */
class CliTest {
    private static final Path EXAMPLE = Path.of("../docs/examples/cmdline-fix").toAbsolutePath().normalize();
    private static final Path EXAMPLE_MODULE = EXAMPLE.resolve("cmdline-fix.ko");

    @TempDir
    private Path temp;

    private record Outcome(int status, String out, String err) {}

    @Test
    void findingsAreStatusOneAndNothingAtTheThresholdIsZero() throws IOException {
        Path broken = Files.writeString(temp.resolve("a.c"), livepatch("{ .old_name = \"x\", .new_func = f }"));
        Outcome error = run("check", broken);
        assertEquals(1, error.status(), error.err());
        assertTrue(error.out().contains("[klp-funcs-missing-terminator]"), error.out());
        List<String> all = new ArrayList<>(List.of("check", broken.toString()));
        codes(broken).forEach(code -> all.addAll(List.of("--disable", code)));
        assertEquals(0, run(all.toArray()).status());
    }

    @Test
    void jsonHasTheFieldsOfTheContract() throws IOException {
        Path broken = Files.writeString(temp.resolve("a.c"), livepatch("{ .old_name = \"x\", .new_func = f }"));
        JsonObject report = json(run("check", "--format", "json", broken));
        assertEquals(List.of("schemaVersion", "tool", "kernel", "findings", "skipped", "problems", "summary"),
                List.copyOf(report.keySet()));
        JsonObject finding = report.getAsJsonArray("findings").asList().stream().map(f -> f.getAsJsonObject())
                .filter(f -> f.get("code").getAsString().equals("klp-funcs-missing-terminator")).findFirst()
                .orElseThrow();
        assertTrue(finding.get("file").getAsString().endsWith("a.c"), finding.toString());
        assertTrue(finding.getAsJsonObject("range").getAsJsonObject("start").get("line").getAsInt() > 0);
    }

    static Stream<List<String>> badInputs() {
        return Stream.of(List.of("check", "empty.ko"), List.of("check", "cut.ko"), List.of("check", "text.ko"),
                List.of("check", "text.txt"), List.of("check", "folder"), List.of("check", "absent.c"),
                List.of("check", "binary.c"), List.of("verify", "--kernel", "text.txt", "cut.ko"),
                List.of("verify", "cut.ko"), List.of("verify", "folder"), List.of("kernel", "info", "empty.ko"),
                List.of("kernel", "info", "cut.ko"), List.of("kernel", "info", "text.txt"),
                List.of("kernel", "info", "folder"), List.of("kernel", "info", "absent"),
                List.of("kernel", "info", "vmlinuz-cut"), List.of("kernel", "symbols", "text.txt"),
                List.of("kernel", "function", "text.txt", "name"), List.of("explain", "no-such-code"),
                List.of("check", "--disable", "no-such-code", "text.txt"));
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    void whatCannotBeReadIsOneLineAndStatusTwo(List<String> command) throws IOException {
        makeBadInputs();
        List<Object> arguments = new ArrayList<>();
        for (String argument : command) {
            Path file = temp.resolve(argument);
            arguments.add(Files.exists(file) || argument.startsWith("absent") ? file : argument);
        }
        Outcome outcome = run(arguments.toArray());
        assertEquals(2, outcome.status(), outcome.toString());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().startsWith("klpls: "), outcome.err());
    }

    private void makeBadInputs() throws IOException {
        byte[] module = Files.readAllBytes(EXAMPLE_MODULE);
        Files.write(temp.resolve("empty.ko"), new byte[0]);
        Files.write(temp.resolve("cut.ko"), Arrays.copyOf(module, module.length / 2));
        Files.writeString(temp.resolve("text.ko"), "this is a text\n");
        Files.writeString(temp.resolve("text.txt"), "this is a text\n");
        Files.write(temp.resolve("binary.c"), new byte[]{(byte) 0xff, (byte) 0xfe, 0, 1, 2});
        Files.createDirectories(temp.resolve("folder"));
        Files.write(temp.resolve("vmlinuz-cut"), bootImageWithoutItsEnd());
    }

    /** The first sectors of a bzImage whose header promises more. Source: Documentation/x86/boot.rst, v6.1. */
    private static byte[] bootImageWithoutItsEnd() {
        byte[] image = new byte[4096];
        image[0x1f1] = 4;
        image[0x1fe] = 0x55;
        image[0x1ff] = (byte) 0xaa;
        System.arraycopy("HdrS".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, image, 0x202, 4);
        image[0x206] = 0x0f;
        image[0x207] = 2;
        image[0x249] = 0x10;
        image[0x24d] = 0x10;
        return image;
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "check --severity nonsense a.c", "check --no-such-option a.c", "verify", "kernel",
            "kernel info", "explain", "completion fish", "no-such-command"})
    void wrongUseIsStatusTwo(String command) {
        Outcome outcome = run((Object[]) command.split(" "));
        assertEquals(2, outcome.status(), outcome.toString());
        assertEquals("", outcome.out());
        assertFalse(outcome.err().isBlank());
    }

    @Test
    void aBugIsStatusThreeWithWhatToAttach() {
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(new Broken()).setErr(new PrintWriter(err))
                .setExecutionExceptionHandler(new Failures());
        assertEquals(3, command.execute());
        assertTrue(err.toString().contains("bug in klpls"), err.toString());
        assertTrue(err.toString().contains("the reason"), err.toString());
        assertTrue(err.toString().contains(Runtime.version().toString()), err.toString());
    }

    @CommandLine.Command(name = "broken")
    private static final class Broken implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("the reason");
        }
    }

    static Stream<String> allCodes() {
        return RuleCatalog.ALL.infos().stream().map(RuleInfo::code);
    }

    @ParameterizedTest
    @MethodSource("allCodes")
    void everyCodeIsExplained(String code) {
        Outcome outcome = run("explain", code);
        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(outcome.out().contains(code), outcome.out());
    }

    @Test
    void rulesListsEveryCodeInBothFormats() {
        Outcome text = run("rules");
        JsonObject json = json(run("rules", "--format", "json"));
        allCodes().forEach(code -> {
            assertTrue(text.out().contains(code + " "), code);
            assertTrue(json.toString().contains("\"code\":\"" + code + "\""), code);
        });
    }

    static Stream<List<String>> allCommands() {
        return commands(Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter())),
                List.of());
    }

    private static Stream<List<String>> commands(CommandLine command, List<String> path) {
        Stream<List<String>> below = command.getSubcommands().values().stream()
                .filter(sub -> !sub.getCommandSpec().usageMessage().hidden())
                .flatMap(sub -> commands(sub, append(path, sub.getCommandName())));
        return Stream.concat(path.isEmpty() ? Stream.of() : Stream.of(path), below);
    }

    private static List<String> append(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }

    @ParameterizedTest
    @MethodSource("allCommands")
    void everyCommandHasHelpWithExamples(List<String> path) {
        Outcome outcome = run(append(path, "--help").toArray());
        assertEquals(0, outcome.status());
        assertTrue(outcome.out().contains("Examples:"), outcome.out());
        assertTrue(outcome.out().contains("klpls " + String.join(" ", path)), outcome.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completionNamesTheCommands(String shell) {
        Outcome outcome = run("completion", shell);
        assertEquals(0, outcome.status());
        assertTrue(outcome.out().contains("explain"), "a command is missing");
        assertEquals(shell.equals("zsh"), outcome.out().startsWith("autoload"));
    }

    private static Outcome run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter errors = new PrintWriter(err);
        PrintWriter output = new PrintWriter(out);
        int status = Main.commandLine(output, errors)
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        output.flush();
        errors.flush();
        return new Outcome(status, out.toString(), err.toString());
    }

    private static JsonObject json(Outcome outcome) {
        return JsonParser.parseString(outcome.out()).getAsJsonObject();
    }

    private static List<String> codes(Path source) {
        return json(run("check", "--format", "json", source)).getAsJsonArray("findings").asList().stream()
                .map(f -> f.getAsJsonObject().get("code").getAsString()).distinct().toList();
    }

    /** A livepatch that declares for itself what it uses of the kernel. */
    private static String livepatch(String funcs) {
        return """
                struct klp_func { const char *old_name; void *new_func; unsigned long old_sympos; };
                struct klp_object { const char *name; struct klp_func *funcs; };
                struct klp_patch { void *mod; struct klp_object *objs; _Bool replace; };
                static int f(void) { return 0; }
                static struct klp_func funcs[] = { %s };
                static struct klp_object objs[] = { { .funcs = funcs }, { } };
                static struct klp_patch patch = { .objs = objs };
                """.formatted(funcs);
    }
}
