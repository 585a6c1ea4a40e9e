package org.klpls.server.lsp;

import com.google.gson.Gson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.klpls.server.lsp.convert.Uris;

/** A short session with the server in this process, so that the JVM's class cache holds what a real one loads. */
public final class Rehearsal {
    private static final long PATIENCE_MS = 20_000;
    private static final int PIPE_BYTES = 1 << 20;

    private final Gson gson = new Gson();
    private final PipedOutputStream toServer = new PipedOutputStream();
    private final Answers answers = new Answers();

    private Rehearsal() {}

    /** Opens this source, edits it, asks about it, and ends. */
    public static void run(Path source) throws IOException, InterruptedException {
        new Rehearsal().session(source);
    }

    private void session(Path source) throws IOException, InterruptedException {
        PipedInputStream serverIn = new PipedInputStream(toServer, PIPE_BYTES);
        CompletableFuture<Integer> ended = CompletableFuture.supplyAsync(() -> StdioServer.run(serverIn, answers),
                task -> Thread.ofPlatform().daemon().start(task));
        String text = Files.readString(source);
        Map<String, String> document = Map.of("uri", Uris.uri(source));
        Map<String, Integer> start = Map.of("line", 0, "character", 0);
        Map<String, Object> range = Map.of("start", start, "end", Map.of("line", text.lines().count(), "character", 0));
        request(1, "initialize", Map.of("capabilities", Map.of()));
        notify("initialized", Map.of());
        notify("textDocument/didOpen", Map.of("textDocument",
                Map.of("uri", Uris.uri(source), "languageId", "c", "version", 1, "text", text)));
        answers.await("\"version\":1");
        notify("textDocument/didChange",
                Map.of("textDocument", Map.of("uri", Uris.uri(source), "version", 2), "contentChanges",
                        new Object[]{Map.of("range", Map.of("start", start, "end", start), "text", "\n")}));
        answers.await("\"version\":2");
        request(2, "textDocument/hover", Map.of("textDocument", document, "position", start));
        request(3, "textDocument/codeAction",
                Map.of("textDocument", document, "range", range, "context", Map.of("diagnostics", new Object[0])));
        request(4, "shutdown", Map.of());
        notify("exit", Map.of());
        ended.join();
    }

    private void request(int id, String method, Object params) throws IOException, InterruptedException {
        send(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params));
        answers.await("\"id\":" + id);
    }

    private void notify(String method, Object params) throws IOException {
        send(Map.of("jsonrpc", "2.0", "method", method, "params", params));
    }

    private void send(Map<String, Object> message) throws IOException {
        byte[] body = gson.toJson(message).getBytes(StandardCharsets.UTF_8);
        toServer.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        toServer.write(body);
        toServer.flush();
    }

    /** What the server wrote. */
    private static final class Answers extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            notifyAll();
        }

        synchronized void await(String text) throws InterruptedException {
            long end = System.currentTimeMillis() + PATIENCE_MS;
            for (long left = PATIENCE_MS; left > 0 && !toString(StandardCharsets.UTF_8).contains(text); left = end
                    - System.currentTimeMillis()) {
                wait(left);
            }
        }
    }
}
