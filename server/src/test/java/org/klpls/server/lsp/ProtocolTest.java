package org.klpls.server.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.server.lsp.convert.Uris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The protocol's side of the server: order, versions, errors and the end, whatever the engine says. */
class ProtocolTest {
    private static final Path FILE = Path.of("/tmp/klpls-protocol-test/a.c");
    private static final String NOTHING = "{}";

    @Test
    void diagnosticsComeWithTheVersionTheyAreOf() {
        try (InProcess server = InProcess.initialized(WordEngine.free(), NOTHING, NOTHING)) {
            server.open(FILE, 7, "bad\n");
            assertEquals(List.of("bad-word"), codes(server.diagnostics(FILE, 7)));
            server.change(FILE, 8, 0, 0, 0, 3, "fine");
            assertEquals(List.of(), codes(server.diagnostics(FILE, 8)));
            assertEquals(0, server.end());
        }
    }

    @Test
    void changesOfOneMessageAreMadeInOrderAndCountInUtf16() {
        try (InProcess server = InProcess.initialized(WordEngine.free(), NOTHING, NOTHING)) {
            // Two code units for the smile: the word begins at character 4.
            server.open(FILE, 1, "\r\n😀é b_d\r\n");
            server.diagnostics(FILE, 1);
            server.change(FILE, 2, 1, 5, 1, 6, "a");
            JsonObject found = server.diagnostics(FILE, 2).asList().stream().map(JsonElement::getAsJsonObject)
                    .filter(d -> d.get("code").getAsString().equals("bad-word")).findFirst().orElseThrow();
            assertEquals(InProcess.json("{'start': {'line': 1, 'character': 4}, 'end': {'line': 1, 'character': 7}}"),
                    found.get("range"));
        }
    }

    @Test
    void anOvertakenCheckIsNeverPublished() {
        WordEngine engine = WordEngine.held();
        try (InProcess server = InProcess.initialized(engine, NOTHING, NOTHING)) {
            server.open(FILE, 1, "bad\n");
            for (int version = 2; version <= 20; version++) {
                server.change(FILE, version, "bad " + version + "\n");
            }
            // A request after them: when it is answered, the server has read all of them.
            server.hover(FILE, 0, 0);
            engine.let(100);
            server.diagnostics(FILE, 20);
            assertEquals(List.of(20), server.client().published(Uris.uri(FILE)).stream()
                    .map(p -> p.get("version").getAsInt()).toList());
            assertTrue(engine.checks() <= 3, "changes that pile up are not checked one by one");
        }
    }

    @Test
    void closingClearsTheDiagnosticsAlsoWhileACheckRuns() {
        WordEngine engine = WordEngine.held();
        try (InProcess server = InProcess.initialized(engine, NOTHING, NOTHING)) {
            server.open(FILE, 1, "bad\n");
            server.closeDocument(FILE);
            // Answered by the thread that reads: then it has read that the file is closed.
            server.client().response(server.client().ask("klpls/noSuchMethod", new JsonObject()));
            engine.let(100);
            String uri = Uris.uri(FILE);
            server.client().await("cleared diagnostics", m -> m.has("method")
                    && m.get("method").getAsString().equals("textDocument/publishDiagnostics"));
            assertEquals(0, server.end());
            List<JsonObject> published = server.client().published(uri);
            assertEquals(1, published.size());
            assertTrue(published.getFirst().getAsJsonArray("diagnostics").isEmpty());
        }
    }

    @Test
    void aFailingCheckDoesNotEndTheFile() {
        try (InProcess server = InProcess.initialized(WordEngine.free(), NOTHING, NOTHING)) {
            server.open(FILE, 1, "explode\n");
            JsonObject params = InProcess.wrap("textDocument", InProcess.document(FILE));
            params.add("position", InProcess.position(0, 0));
            int hover = server.client().ask("textDocument/hover", params);
            assertTrue(server.client().response(hover).has("error"));
            server.change(FILE, 2, "bad\n");
            assertEquals(List.of("bad-word"), codes(server.diagnostics(FILE, 2)));
        }
    }

    @Test
    void garbageBetweenMessagesAndUnknownMethodsDoNotEndTheServer() {
        try (InProcess server = InProcess.initialized(WordEngine.free(), NOTHING, NOTHING)) {
            StrictClient client = server.client();
            client.sendRaw(framed("{\"jsonrpc\": \"2.0\", \"method\": "));
            client.sendRaw(framed("[]"));
            client.sendRaw(framed(
                    "{\"jsonrpc\":\"2.0\",\"id\":900,\"method\":\"textDocument/hover\",\"params\":{\"position\":7}}"));
            client.sendRaw("Content-Type: nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertTrue(client.response(client.ask("klpls/noSuchMethod", new JsonObject())).has("error"));
            client.notify("klpls/noSuchNotification", new JsonObject());
            client.notify("$/mayBeIgnored", new JsonObject());
            client.notify("textDocument/didChange", InProcess.json("{'textDocument': {'uri': 'file:///never/opened.c',"
                    + " 'version': 2}, 'contentChanges': [{'text': 'bad'}]}"));
            client.notify("textDocument/didOpen", InProcess.json("{'textDocument': {'uri': 'untitled:Untitled-1',"
                    + " 'languageId': 'c', 'version': 1, 'text': 'bad'}}"));
            server.open(FILE, 1, "bad\n");
            assertEquals(List.of("bad-word"), codes(server.diagnostics(FILE, 1)));
            assertEquals(0, server.end());
        }
    }

    @Test
    void aCancelledRequestIsAnsweredAsSuch() {
        WordEngine engine = WordEngine.held();
        try (InProcess server = InProcess.initialized(engine, NOTHING, NOTHING)) {
            server.open(FILE, 1, "bad\n");
            JsonObject params = InProcess.wrap("textDocument", InProcess.document(FILE));
            params.add("range",
                    InProcess.json("{'start': {'line': 0, 'character': 0}, 'end': {'line': 0, 'character': 1}}"));
            params.add("context", InProcess.json("{'diagnostics': []}"));
            int id = server.client().ask("textDocument/codeAction", params);
            server.client().notify("$/cancelRequest", InProcess.json("{'id': " + id + "}"));
            // Answered by the thread that reads: then it has read the cancellation, too.
            server.client().response(server.client().ask("klpls/noSuchMethod", new JsonObject()));
            engine.let(100);
            int requestCancelled = -32800;
            assertEquals(requestCancelled,
                    server.client().response(id).getAsJsonObject("error").get("code").getAsInt());
        }
    }

    @Test
    void theFirstFixIsPreferredAndItsEditLeavesTheFileClean() {
        String capabilities = "{'workspace': {'workspaceEdit': {'documentChanges': true}}}";
        try (InProcess server = InProcess.initialized(WordEngine.free(), capabilities, NOTHING)) {
            server.open(FILE, 3, "is bad\n");
            JsonObject diagnostic = server.diagnostics(FILE, 3).asList().stream().map(JsonElement::getAsJsonObject)
                    .filter(d -> d.get("code").getAsString().equals("bad-word")).findFirst().orElseThrow();
            JsonArray actions = server.codeActions(FILE, diagnostic);
            assertEquals(2, actions.size());
            JsonObject first = actions.get(0).getAsJsonObject();
            assertTrue(first.get("isPreferred").getAsBoolean());
            assertFalse(actions.get(1).getAsJsonObject().get("isPreferred").getAsBoolean());
            assertEquals("quickfix", first.get("kind").getAsString());
            JsonObject change = first.getAsJsonObject("edit").getAsJsonArray("documentChanges").get(0)
                    .getAsJsonObject();
            assertEquals(3, change.getAsJsonObject("textDocument").get("version").getAsInt());
            JsonObject edit = change.getAsJsonArray("edits").get(0).getAsJsonObject();
            assertEquals("good", edit.get("newText").getAsString());
            server.change(FILE, 4, 0, 3, 0, 6, edit.get("newText").getAsString());
            assertEquals(List.of(), codes(server.diagnostics(FILE, 4)));
        }
    }

    @Test
    void withoutAKernelThereIsOneHintAtTheTop() {
        String options = "{'commands': ['klpls.chooseKernel']}";
        try (InProcess server = InProcess.initialized(WordEngine.free(), NOTHING, options)) {
            server.open(FILE, 1, "bad bad\n");
            List<JsonObject> hints = server.diagnostics(FILE, 1).asList().stream().map(JsonElement::getAsJsonObject)
                    .filter(d -> d.get("severity").getAsInt() == 4).toList();
            assertEquals(1, hints.size());
            JsonArray actions = server.codeActions(FILE, hints.getFirst());
            assertEquals("klpls.chooseKernel", actions.asList().stream().map(JsonElement::getAsJsonObject)
                    .filter(a -> a.has("command")).findFirst().orElseThrow().getAsJsonObject("command").get("command")
                    .getAsString());
        }
    }

    @Test
    void theKernelIsTakenFromOptionsThenFromTheConfiguration() {
        try (InProcess server = InProcess.initialized(WordEngine.free(), NOTHING, "{'kernel': 'one'}")) {
            server.open(FILE, 1, "fine\n");
            assertTrue(server.hover(FILE, 0, 0).toString().contains("one"));
            server.client().notify("workspace/didChangeConfiguration",
                    InProcess.json("{'settings': {'klpls': {'kernel': ['two', 'three']}}}"));
            assertTrue(server.hover(FILE, 0, 0).toString().contains("two three"));
        }
        try (InProcess server = InProcess.start(WordEngine.free())) {
            server.client().answering("workspace/configuration", _ -> InProcess.json("[{'kernel': 'four'}]"));
            server.client().request("initialize",
                    InProcess.json("{'processId': null, 'capabilities': {'workspace': {'configuration': true}}}"));
            server.open(FILE, 1, "fine\n");
            // A check that waits is overtaken by the next one; only one that has run is followed by a second.
            server.diagnostics(FILE, 1);
            server.client().notify("initialized", new JsonObject());
            server.client().await("the question for settings", m -> m.has("method")
                    && m.get("method").getAsString().equals("workspace/configuration"));
            // The answer makes the server check again: that is when it has arrived.
            server.client().await("a second check", _ -> server.client().published(Uris.uri(FILE)).size() == 2);
            assertTrue(server.hover(FILE, 0, 0).toString().contains("four"));
        }
    }

    @Test
    void aRebuiltModuleIsCheckedAgainWithAndWithoutTheClientsWatcher(@TempDir Path folder) throws IOException {
        Path source = folder.resolve("a.c");
        Path module = folder.resolve("a.ko");
        WordEngine engine = WordEngine.free();
        try (InProcess server = InProcess.initialized(engine, NOTHING, NOTHING)) {
            server.open(source, 1, "bad\n");
            server.diagnostics(source, 1);
            server.client().forget();
            Files.writeString(module, "built");
            server.diagnostics(source, 1);
            server.client().forget();
            server.client().notify("workspace/didChangeWatchedFiles", InProcess.wrap("changes",
                    InProcess.json("[{'uri': '" + Uris.uri(module) + "', 'type': 2}]")));
            server.diagnostics(source, 1);
        }
    }

    @Test
    void requestsBeforeInitializeAfterShutdownOrWithoutParamsAreErrorsOfTheProtocol() {
        int notInitialized = -32002;
        int invalidRequest = -32600;
        int invalidParams = -32602;
        try (InProcess server = InProcess.start(WordEngine.free())) {
            StrictClient client = server.client();
            JsonObject hover = InProcess.wrap("textDocument", InProcess.document(FILE));
            hover.add("position", InProcess.position(0, 0));
            assertEquals(notInitialized, error(client, "textDocument/hover", hover));
            assertEquals(notInitialized, error(client, "shutdown", JsonNull.INSTANCE));
            client.request("initialize", InProcess.json("{'processId': null, 'capabilities': {}}"));
            assertEquals(invalidRequest, error(client, "initialize", InProcess.json("{'capabilities': {}}")));
            assertEquals(invalidParams, error(client, "textDocument/hover", JsonNull.INSTANCE));
            client.notify("textDocument/didOpen", JsonNull.INSTANCE);
            server.open(FILE, 1, "bad\n");
            assertEquals(List.of("bad-word"), codes(server.diagnostics(FILE, 1)));
            client.request("shutdown", JsonNull.INSTANCE);
            assertEquals(invalidRequest, error(client, "textDocument/hover", hover));
            client.notify("exit", JsonNull.INSTANCE);
            assertEquals(0, server.exitStatus());
        }
    }

    private static int error(StrictClient client, String method, JsonElement params) {
        return client.response(client.ask(method, params)).getAsJsonObject("error").get("code").getAsInt();
    }

    @Test
    void exitWithoutShutdownAndTheStreamsEndAreFailures() {
        try (InProcess server = InProcess.initialized(WordEngine.free(), NOTHING, NOTHING)) {
            server.client().notify("exit", JsonNull.INSTANCE);
            assertEquals(1, server.exitStatus());
        }
        InProcess left = InProcess.initialized(WordEngine.free(), NOTHING, NOTHING);
        left.close();
        assertEquals(1, left.exitStatus());
    }

    private static List<String> codes(JsonArray diagnostics) {
        return diagnostics.asList().stream().map(d -> d.getAsJsonObject().get("code").getAsString())
                .filter(code -> !code.equals("kernel-unknown")).toList();
    }

    private static byte[] framed(String body) {
        return ("Content-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
    }
}
