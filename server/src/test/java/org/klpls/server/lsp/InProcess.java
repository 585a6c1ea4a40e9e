package org.klpls.server.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.klpls.server.lsp.convert.Uris;

/** A server in this process, and a strict client that is connected to it. */
final class InProcess implements AutoCloseable {
    private final StrictClient client;
    private final CompletableFuture<Integer> status;

    private InProcess(StrictClient client, CompletableFuture<Integer> status) {
        this.client = client;
        this.status = status;
    }

    static InProcess start(Engine engine) {
        try {
            // The system's pipes: java.io's call a pipe broken when the thread that wrote last has ended, though others live.
            Pipe toServer = Pipe.open();
            Pipe fromServer = Pipe.open();
            OutputStream serverOut = Channels.newOutputStream(fromServer.sink());
            CompletableFuture<Integer> status = new CompletableFuture<>();
            Thread.ofPlatform().daemon().start(() -> {
                status.complete(StdioServer.run(Channels.newInputStream(toServer.source()), serverOut, engine));
                closed(serverOut);
            });
            return new InProcess(new StrictClient(Channels.newInputStream(fromServer.source()),
                    Channels.newOutputStream(toServer.sink())), status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started and initialized, with these capabilities and initialization options. */
    static InProcess initialized(Engine engine, String capabilities, String options) {
        InProcess server = start(engine);
        server.client.request("initialize", json("{'processId': null, 'rootUri': null, 'capabilities': " + capabilities
                + ", 'initializationOptions': " + options + "}"));
        server.client.notify("initialized", new JsonObject());
        return server;
    }

    StrictClient client() {
        return client;
    }

    /** Shutdown and exit, as a client does it. Gives the exit status. */
    int end() {
        if (!client.request("shutdown", JsonNull.INSTANCE).isJsonNull()) {
            throw new AssertionError("shutdown's result is not null");
        }
        client.notify("exit", JsonNull.INSTANCE);
        int exit = status.join();
        client.awaitEnd();
        return exit;
    }

    int exitStatus() {
        return status.join();
    }

    void open(Path path, int version, String text) {
        JsonObject item = new JsonObject();
        item.addProperty("uri", Uris.uri(path));
        item.addProperty("languageId", "c");
        item.addProperty("version", version);
        item.addProperty("text", text);
        client.notify("textDocument/didOpen", wrap("textDocument", item));
    }

    /** Replaces the characters between two places by a text. */
    void change(Path path, int version, int line, int character, int endLine, int endCharacter, String text) {
        JsonObject change = new JsonObject();
        change.add("range", range(line, character, endLine, endCharacter));
        change.addProperty("text", text);
        change(path, version, change);
    }

    /** Replaces the whole text. */
    void change(Path path, int version, String text) {
        JsonObject change = new JsonObject();
        change.addProperty("text", text);
        change(path, version, change);
    }

    void save(Path path) {
        client.notify("textDocument/didSave", wrap("textDocument", document(path)));
    }

    void closeDocument(Path path) {
        client.notify("textDocument/didClose", wrap("textDocument", document(path)));
    }

    JsonElement hover(Path path, int line, int character) {
        JsonObject params = wrap("textDocument", document(path));
        params.add("position", position(line, character));
        return client.request("textDocument/hover", params);
    }

    /** The code actions for one diagnostic at its own range. */
    JsonArray codeActions(Path path, JsonObject diagnostic) {
        JsonArray diagnostics = new JsonArray();
        diagnostics.add(diagnostic);
        JsonObject params = wrap("textDocument", document(path));
        params.add("range", diagnostic.get("range"));
        params.add("context", wrap("diagnostics", diagnostics));
        return client.request("textDocument/codeAction", params).getAsJsonArray();
    }

    JsonArray diagnostics(Path path, int version) {
        return client.diagnostics(Uris.uri(path), version);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON with single quotes, for Java. */
    static JsonElement json(String text) {
        return JsonParser.parseString(text.replace('\'', '"'));
    }

    static JsonObject wrap(String name, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }

    static JsonObject document(Path path) {
        JsonObject document = new JsonObject();
        document.addProperty("uri", Uris.uri(path));
        return document;
    }

    static JsonObject position(int line, int character) {
        JsonObject position = new JsonObject();
        position.addProperty("line", line);
        position.addProperty("character", character);
        return position;
    }

    private static JsonObject range(int line, int character, int endLine, int endCharacter) {
        JsonObject range = new JsonObject();
        range.add("start", position(line, character));
        range.add("end", position(endLine, endCharacter));
        return range;
    }

    private void change(Path path, int version, JsonObject change) {
        JsonObject document = document(path);
        document.addProperty("version", version);
        JsonArray changes = new JsonArray();
        changes.add(change);
        JsonObject params = wrap("textDocument", document);
        params.add("contentChanges", changes);
        client.notify("textDocument/didChange", params);
    }

    private static void closed(OutputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
