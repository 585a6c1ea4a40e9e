package org.klpls.server.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A client that forgives nothing: each byte from the server must belong to a message, each message must be well-formed
 * JSON-RPC that a client may get. The first that is not fails every wait from then on.
 */
final class StrictClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final InputStream in;
    private final OutputStream out;
    private final List<JsonObject> received = new ArrayList<>();
    private final Map<String, Function<JsonElement, JsonElement>> answers = new HashMap<>();
    private final Thread reader;
    private int lastId;
    private boolean ended;
    private @Nullable Throwable broken;

    StrictClient(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
        this.reader = Thread.ofPlatform().daemon().name("strict client").start(this::readAll);
    }

    /** How this client answers the server's requests of a method; others are answered with null. */
    synchronized void answering(String method, Function<JsonElement, JsonElement> answer) {
        answers.put(method, answer);
    }

    void notify(String method, JsonElement params) {
        JsonObject message = message(method, params);
        send(message);
    }

    /** Sends a request and gives its id, without waiting. */
    int ask(String method, JsonElement params) {
        int id;
        synchronized (this) {
            id = ++lastId;
        }
        JsonObject message = message(method, params);
        message.addProperty("id", id);
        send(message);
        return id;
    }

    /** The whole response to a request. */
    JsonObject response(int id) {
        return await("the response to request " + id,
                m -> m.has("id") && !m.has("method") && m.get("id").equals(new com.google.gson.JsonPrimitive(id)));
    }

    /** The result of a request that must succeed. */
    JsonElement request(String method, JsonElement params) {
        JsonObject response = response(ask(method, params));
        if (!response.has("result")) {
            throw new AssertionError(method + " failed: " + response);
        }
        return response.get("result");
    }

    /** The diagnostics of this version of a file. */
    JsonArray diagnostics(String uri, int version) {
        return await("diagnostics of " + uri + " version " + version, m -> isDiagnostics(m, uri)
                && params(m).has("version") && params(m).get("version").getAsInt() == version).getAsJsonObject("params")
                .getAsJsonArray("diagnostics");
    }

    /** All that was published for a file so far, in order. */
    synchronized List<JsonObject> published(String uri) {
        return received.stream().filter(m -> isDiagnostics(m, uri)).map(StrictClient::params).toList();
    }

    /** The first message, now or later, that matches. */
    synchronized JsonObject await(String what, Predicate<JsonObject> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<JsonObject> found = received.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (broken != null || ended || left <= 0) {
                throw new AssertionError("no " + what + (broken != null
                        ? ": the server broke the protocol"
                        : ended ? ": the server ended" : " in " + PATIENCE), broken);
            }
            waitFor(left);
        }
    }

    /** Forgets what came so far: later waits are for what comes from now on. */
    synchronized void forget() {
        received.clear();
    }

    /** Waits for the end of the server's output and fails if anything in it was wrong. */
    synchronized void awaitEnd() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ended) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("the server does not end");
            }
            waitFor(left);
        }
        if (broken != null) {
            throw new AssertionError("the server broke the protocol", broken);
        }
    }

    void sendRaw(byte[] bytes) {
        try {
            synchronized (out) {
                out.write(bytes);
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        in.close();
        reader.interrupt();
    }

    static JsonObject params(JsonObject message) {
        return message.getAsJsonObject("params");
    }

    private static boolean isDiagnostics(JsonObject message, String uri) {
        return message.has("method") && message.get("method").getAsString().equals("textDocument/publishDiagnostics")
                && params(message).get("uri").getAsString().equals(uri);
    }

    private static JsonObject message(String method, JsonElement params) {
        JsonObject message = new JsonObject();
        message.addProperty("jsonrpc", "2.0");
        message.addProperty("method", method);
        if (!params.isJsonNull()) {
            message.add("params", params);
        }
        return message;
    }

    private void send(JsonObject message) {
        byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
        byte[] header = ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = ByteBuffer.allocate(header.length + body.length).put(header).put(body).array();
        sendRaw(whole);
    }

    private void readAll() {
        Throwable failure = null;
        try {
            for (Optional<JsonObject> next = read(); next.isPresent(); next = read()) {
                accept(next.get());
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            failure = e;
        }
        synchronized (this) {
            broken = failure;
            ended = true;
            notifyAll();
        }
    }

    private void accept(JsonObject message) {
        check(message);
        Optional<JsonObject> reply = Optional.empty();
        synchronized (this) {
            received.add(message);
            notifyAll();
            if (message.has("method") && message.has("id")) {
                JsonObject answer = new JsonObject();
                answer.addProperty("jsonrpc", "2.0");
                answer.add("id", message.get("id"));
                answer.add("result", answers.getOrDefault(message.get("method").getAsString(), _ -> JsonNull.INSTANCE)
                        .apply(message.get("params")));
                reply = Optional.of(answer);
            }
        }
        reply.ifPresent(this::send);
    }

    /** What JSON-RPC 2.0 says that a message has. */
    private static void check(JsonObject message) {
        if (!message.has("jsonrpc") || !message.get("jsonrpc").getAsString().equals("2.0")) {
            throw new AssertionError("not JSON-RPC 2.0: " + message);
        }
        boolean response = !message.has("method");
        if (response && (!message.has("id") || message.has("result") == message.has("error"))) {
            throw new AssertionError("neither request nor response: " + message);
        }
        if (!response && (message.has("result") || message.has("error"))) {
            throw new AssertionError("both request and response: " + message);
        }
        if (message.has("error") && (!message.getAsJsonObject("error").has("code")
                || !message.getAsJsonObject("error").has("message"))) {
            throw new AssertionError("an error without code or message: " + message);
        }
    }

    /** One message, or nothing at the clean end of the stream. */
    private Optional<JsonObject> read() throws IOException {
        int length = -1;
        boolean first = true;
        while (true) {
            Optional<String> line = headerLine(first);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            first = false;
            if (line.get().isEmpty()) {
                break;
            }
            length = header(line.get(), length);
        }
        if (length < 0) {
            throw new AssertionError("a message without Content-Length");
        }
        byte[] body = in.readNBytes(length);
        if (body.length != length) {
            throw new AssertionError("the server ended inside a message");
        }
        String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(body)).toString();
        return Optional.of(JsonParser.parseString(text).getAsJsonObject());
    }

    private static int header(String line, int length) {
        if (line.matches("Content-Length: [0-9]+")) {
            return Integer.parseInt(line.substring("Content-Length: ".length()));
        }
        if (line.startsWith("Content-Type: ")) {
            return length;
        }
        throw new AssertionError("not a header of the protocol: '" + line + "'");
    }

    private Optional<String> headerLine(boolean first) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int next = in.read();
            if (next < 0) {
                if (first && line.size() == 0) {
                    return Optional.empty();
                }
                throw new AssertionError("the server ended inside a header: " + line);
            }
            if (next == '\r') {
                if (in.read() != '\n') {
                    throw new AssertionError("CR without LF in a header: " + line);
                }
                return Optional.of(line.toString(StandardCharsets.US_ASCII));
            }
            if (next < ' ' || next > '~') {
                throw new AssertionError("byte " + next + " in a header: " + line);
            }
            line.write(next);
        }
    }

    private void waitFor(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
