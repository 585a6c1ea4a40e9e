package org.klpls.server.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.server.cli.Main;
import org.klpls.server.example.Example;
import org.klpls.server.lsp.convert.Uris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The server as editors start it: a process of its own, with nothing but messages on its standard output. */
class ServerProcessTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path temp;

    @Test
    void aSessionIsNothingButMessagesOnStandardOutputAndNothingOnStandardError() throws Exception {
        Example example = Example.ORIGINAL.copyTo(temp);
        Process server = started();
        try (StrictClient client = new StrictClient(server.getInputStream(), server.getOutputStream())) {
            initialize(client, ProcessHandle.current().pid());
            JsonObject item = new JsonObject();
            item.addProperty("uri", Uris.uri(example.source()));
            item.addProperty("languageId", "c");
            item.addProperty("version", 1);
            item.addProperty("text", example.text());
            client.notify("textDocument/didOpen", InProcess.wrap("textDocument", item));
            JsonArray diagnostics = client.diagnostics(Uris.uri(example.source()), 1);
            TreeSet<String> codes = new TreeSet<>();
            for (JsonElement diagnostic : diagnostics) {
                codes.add(diagnostic.getAsJsonObject().get("code").getAsString());
            }
            assertTrue(codes.contains("klp-sympos-required"), codes.toString());
            assertTrue(client.request("shutdown", JsonNull.INSTANCE).isJsonNull());
            client.notify("exit", JsonNull.INSTANCE);
            client.awaitEnd();
        }
        assertTrue(server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the server does not end after exit");
        assertEquals(0, server.exitValue());
        assertEquals("", Files.readString(standardError()));
    }

    @Test
    void theServerEndsWithTheEditorThatStartedIt() throws Exception {
        Process editor = new ProcessBuilder("sleep", "600").start();
        Process server = started();
        try (StrictClient client = new StrictClient(server.getInputStream(), server.getOutputStream())) {
            initialize(client, editor.pid());
            editor.destroyForcibly();
            assertTrue(server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the server outlives its editor");
        } finally {
            server.destroyForcibly();
        }
    }

    private static void initialize(StrictClient client, long editor) {
        client.request("initialize",
                InProcess.json("{'processId': " + editor + ", 'rootUri': null, 'capabilities': {}}"));
        client.notify("initialized", new JsonObject());
    }

    private Process started() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Main.class.getName(), "lsp"));
        return new ProcessBuilder(command).redirectError(standardError().toFile()).start();
    }

    private Path standardError() {
        return temp.resolve("standard-error");
    }
}
