package org.klpls.server.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.server.cli.Main;
import org.klpls.server.example.Example;
import org.klpls.server.example.LoggedErrors;
import org.klpls.server.lsp.convert.Uris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An author's session with the project's own example: the real engine behind the real protocol. */
class ExampleSessionTest {
    private static final String AMBIGUOUS = "klp-sympos-required";
    private static final int EDITS = 2000;
    private static final long SEED = 20261122;

    @TempDir
    private Path temp;

    private Example example = Example.ORIGINAL;

    @BeforeEach
    void copyTheExample() throws IOException {
        example = Example.ORIGINAL.copyTo(temp);
    }

    @Test
    void theEditorFindsWhatTheCommandLineFinds() throws IOException {
        try (InProcess server = InProcess.initialized(new CoreEngine(), "{}", "{}")) {
            assertEquals(checked(), places(opened(server)));
        }
    }

    @Test
    void anAmbiguousNameIsExplainedAndFixedByOneActionForEachOccurrence() throws IOException {
        try (InProcess server = InProcess.initialized(new CoreEngine(), "{}", "{}")) {
            JsonObject diagnostic = only(opened(server), AMBIGUOUS);
            int occurrences = occurrences(text(diagnostic));
            assertTrue(occurrences > 1, "the example's name is not ambiguous");
            String hover = server.hover(example.source(), line(diagnostic), character(diagnostic) + 1).toString();
            for (int i = 1; i <= occurrences; i++) {
                assertTrue(hover.contains("\\n" + i + ": "), hover);
            }
            JsonArray actions = server.codeActions(example.source(), diagnostic);
            assertEquals(occurrences, actions.size());
            assertEquals(1, actions.asList().stream()
                    .filter(a -> a.getAsJsonObject().get("isPreferred").getAsBoolean()).count());
            JsonObject second = actions.get(1).getAsJsonObject();
            server.change(example.source(), 2, applied(example.text(), second));
            JsonArray after = server.diagnostics(example.source(), 2);
            assertTrue(all(after, AMBIGUOUS).isEmpty(), after.toString());
        }
    }

    @Test
    void theMissingMarkIsAddedByItsFix() throws IOException {
        // The module lacks it until it is built again, and is judged, too.
        Files.delete(example.module());
        try (InProcess server = InProcess.initialized(new CoreEngine(), "{}", "{}")) {
            JsonObject diagnostic = only(opened(server), "klp-modinfo-missing");
            JsonObject fix = server.codeActions(example.source(), diagnostic).get(0).getAsJsonObject();
            String fixed = applied(example.text(), fix);
            assertTrue(fixed.contains("MODULE_INFO(livepatch, \"Y\");"), fixed);
            server.change(example.source(), 2, fixed);
            JsonArray after = server.diagnostics(example.source(), 2);
            assertTrue(all(after, "klp-modinfo-missing").isEmpty(), after.toString());
        }
    }

    @Test
    void aHeaderThatComesOrGoesIsSeenWhenTheClientTells() throws IOException {
        Path header = example.source().resolveSibling("include/linux/later.h");
        try (InProcess server = InProcess.initialized(new CoreEngine(), "{}", "{}")) {
            server.open(example.source(), 1, "#include <linux/later.h>\n" + example.text());
            assertTrue(server.diagnostics(example.source(), 1).toString().contains("later.h"));
            Files.writeString(header, "int later;\n");
            assertFalse(afterChangeOf(header, server).contains("later.h"));
            Files.delete(header);
            assertTrue(afterChangeOf(header, server).contains("later.h"));
        }
    }

    @Test
    void aListOfPatchedFunctionsIsADocumentToo() throws IOException {
        Path list = example.source().resolveSibling("patched_funcs.csv");
        try (InProcess server = InProcess.initialized(new CoreEngine(), "{}", "{}")) {
            server.open(list, 1, "vmlinux cmdline_proc_show\n");
            assertEquals(Set.of("klp-patched-funcs-line"), codes(server.diagnostics(list, 1)));
            server.change(list, 2, "vmlinux cmdline_proc_show klpp_cmdline_proc_show\n");
            assertFalse(codes(server.diagnostics(list, 2)).contains("klp-patched-funcs-line"));
            assertTrue(server.hover(list, 0, 10).toString().contains("cmdline_proc_show"));
        }
    }

    @Test
    void headersAreWatchedWhereTheClientCan() {
        try (InProcess server = InProcess.initialized(new CoreEngine(),
                "{'workspace': {'didChangeWatchedFiles': {'dynamicRegistration': true}}}", "{}")) {
            server.client().await("a watch for headers", m -> m.has("method")
                    && m.get("method").getAsString().equals("client/registerCapability")
                    && m.toString().contains("**/*.h"));
        }
    }

    private String afterChangeOf(Path file, InProcess server) {
        server.client().forget();
        server.client().notify("workspace/didChangeWatchedFiles",
                InProcess.wrap("changes", InProcess.json("[{'uri': '" + Uris.uri(file) + "', 'type': 1}]")));
        return server.diagnostics(example.source(), 1).toString();
    }

    @Test
    void whatIsTypedHalfwayLeavesTheRestJudged() throws IOException {
        try (LoggedErrors errors = LoggedErrors.collect();
                InProcess server = InProcess.initialized(new CoreEngine(), "{}", "{}")) {
            Set<String> before = codes(opened(server));
            String whole = example.text();
            int name = whole.indexOf("\"cmdline_proc_show\"");
            for (int typed = 0; typed <= "\"cmdline_proc_show\"".length(); typed++) {
                String rest = whole.substring(name + "\"cmdline_proc_show\"".length());
                // The line that is being typed ends where the cursor stands.
                String half = whole.substring(0, name + typed) + rest.substring(rest.indexOf('\n'));
                server.change(example.source(), 2 + typed, half);
                Set<String> missing = new TreeSet<>(before);
                missing.removeAll(codes(server.diagnostics(example.source(), 2 + typed)));
                assertEquals(Set.of(), missing, "lost while typing " + half.substring(name - 20, name + typed));
            }
            assertEquals(List.of(), errors.messages());
        }
    }

    @Test
    void afterManyRandomEditsACleanFileIsJudgedAsByAFreshServer() throws IOException {
        try (LoggedErrors errors = LoggedErrors.collect();
                InProcess server = InProcess.initialized(new CoreEngine(), "{}", "{}")) {
            Set<String> fresh = places(opened(server));
            int version = edit(server, new Random(SEED));
            server.change(example.source(), version, example.text());
            assertEquals(fresh, places(server.diagnostics(example.source(), version)));
            assertEquals(0, server.end());
            assertEquals(List.of(), errors.messages());
        }
    }

    /** Edits as a client sends them: by ranges that need not be in the text any more. */
    private int edit(InProcess server, Random random) throws IOException {
        List<String> pieces = List.of("{", "}", "\"", "'", "\n", "/*", "*/", "#define X(", "\\", "(", ")", ";", ",",
                "é😀",
                ".old_name = \"x\"", "\r\n", "#include <", "klp_func", "\t", "##", "#if 0\n", "0x", "...");
        int lines = (int) example.text().lines().count();
        int version = 2;
        for (; version < EDITS + 2; version++) {
            int line = random.nextInt(lines + 2);
            int character = random.nextInt(40);
            boolean insert = random.nextBoolean();
            server.change(example.source(), version, line, character, insert ? line : line + random.nextInt(2),
                    insert ? character : character + random.nextInt(10),
                    insert ? pieces.get(random.nextInt(pieces.size())) : "");
            if (random.nextInt(50) == 0) {
                server.diagnostics(example.source(), version);
            }
            if (random.nextInt(100) == 0) {
                server.change(example.source(), ++version, example.text());
            }
        }
        return version;
    }

    @Test
    void aModuleThatIsRebuiltIsJudgedAgain() throws IOException {
        byte[] module = Files.readAllBytes(example.module());
        Files.delete(example.module());
        try (InProcess server = InProcess.initialized(new CoreEngine(), "{}", "{}")) {
            opened(server);
            server.client().await("a status without module", m -> isStatus(m)
                    && StrictClient.params(m).get("module") == null);
            server.client().forget();
            Files.write(example.module(), module);
            server.client().await("a status with the module", m -> isStatus(m)
                    && StrictClient.params(m).has("module"));
        }
    }

    private static boolean isStatus(JsonObject message) {
        return message.has("method") && message.get("method").getAsString().equals("klpls/status");
    }

    private JsonArray opened(InProcess server) throws IOException {
        server.open(example.source(), 1, example.text());
        return server.diagnostics(example.source(), 1);
    }

    /** What {@code klpls check} finds in the source, as code and place. */
    private Set<String> checked() {
        Set<String> found = new TreeSet<>();
        for (JsonElement element : json("check", "--format", "json", example.source().toString(), "--module",
                example.module().toString()).getAsJsonArray("findings")) {
            JsonObject finding = element.getAsJsonObject();
            found.add(finding.get("code").getAsString() + " " + finding.get("range"));
        }
        return found;
    }

    private int occurrences(String name) throws IOException {
        return json("kernel", "function", "--format", "json", example.kernel().toString(), name)
                .getAsJsonArray("occurrences").size();
    }

    private static JsonObject json(String... command) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        Main.commandLine(writer, new PrintWriter(new StringWriter())).execute(command);
        writer.flush();
        return JsonParser.parseString(out.toString()).getAsJsonObject();
    }

    private static Set<String> places(JsonArray diagnostics) {
        Set<String> found = new TreeSet<>();
        for (JsonElement element : diagnostics) {
            JsonObject diagnostic = element.getAsJsonObject();
            found.add(diagnostic.get("code").getAsString() + " " + diagnostic.get("range"));
        }
        return found;
    }

    private static Set<String> codes(JsonArray diagnostics) {
        Set<String> found = new TreeSet<>();
        diagnostics.forEach(d -> found.add(d.getAsJsonObject().get("code").getAsString()));
        return found;
    }

    private static List<JsonObject> all(JsonArray diagnostics, String code) {
        return diagnostics.asList().stream().map(JsonElement::getAsJsonObject)
                .filter(d -> d.get("code").getAsString().equals(code)).toList();
    }

    private static JsonObject only(JsonArray diagnostics, String code) {
        List<JsonObject> found = all(diagnostics, code);
        assertEquals(1, found.size(), code + " in " + diagnostics);
        return found.getFirst();
    }

    /** The string under a diagnostic, without its quotes. */
    private String text(JsonObject diagnostic) throws IOException {
        String line = example.text().lines().toList().get(line(diagnostic));
        String quoted = line.substring(character(diagnostic));
        assertFalse(quoted.isEmpty());
        return quoted.substring(1, quoted.indexOf('"', 1));
    }

    private static int line(JsonObject diagnostic) {
        return diagnostic.getAsJsonObject("range").getAsJsonObject("start").get("line").getAsInt();
    }

    private static int character(JsonObject diagnostic) {
        return diagnostic.getAsJsonObject("range").getAsJsonObject("start").get("character").getAsInt();
    }

    /** The text after an action's edits of this file, as a client makes them: last first. */
    private String applied(String before, JsonObject action) {
        List<String> lines = before.lines().toList();
        StringBuilder text = new StringBuilder(before);
        List<JsonElement> edits = action.getAsJsonObject("edit").getAsJsonObject("changes")
                .getAsJsonArray(Uris.uri(example.source())).asList();
        for (JsonElement edit : edits.reversed()) {
            JsonObject range = edit.getAsJsonObject().getAsJsonObject("range");
            text.replace(offset(lines, range.getAsJsonObject("start")), offset(lines, range.getAsJsonObject("end")),
                    edit.getAsJsonObject().get("newText").getAsString());
        }
        return text.toString();
    }

    private static int offset(List<String> lines, JsonObject position) {
        int offset = position.get("character").getAsInt();
        for (int i = 0; i < position.get("line").getAsInt(); i++) {
            offset += lines.get(i).length() + 1;
        }
        return offset;
    }
}
