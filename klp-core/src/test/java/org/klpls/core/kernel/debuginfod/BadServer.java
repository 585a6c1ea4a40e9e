package org.klpls.core.kernel.debuginfod;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that does what servers should not: says other things, cuts the connection, or waits. */
final class BadServer implements AutoCloseable {
    /** How it answers. */
    sealed interface Manner {
        record Status(String line) implements Manner {}

        /** The file, cut each time after so many bytes; goes on where it is asked to, if it knows how. */
        record Cut(byte[] file, int after, boolean knowsRanges) implements Manner {}

        record Whole(byte[] file) implements Manner {}

        /** Connects and says nothing. */
        record Silent() implements Manner {}

        /** A byte at a time. */
        record Slow(byte[] file) implements Manner {}

        /** Another part than the one that was asked for. */
        record WrongPart(byte[] file) implements Manner {}
    }

    private final ServerSocket socket;
    private final Manner manner;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private BadServer(ServerSocket socket, Manner manner) {
        this.socket = socket;
        this.manner = manner;
    }

    static BadServer of(Manner manner) throws IOException {
        BadServer server = new BadServer(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()), manner);
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    /** First line and range of each request. */
    List<String> requests() {
        return requests;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = in.readLine();
            int from = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("range: bytes=")) {
                    from = Integer.parseInt(line.substring(line.indexOf('=') + 1, line.lastIndexOf('-')));
                }
            }
            requests.add(first + " from " + from);
            answer(client.getOutputStream(), from);
        } catch (IOException _) {
            // The client has gone: that is what some tests are about.
        }
    }

    private void answer(OutputStream out, int from) throws IOException {
        switch (manner) {
            case Manner.Status(String line) -> head(out, line, 0, "");
            case Manner.Whole(byte[] file) -> {
                head(out, "200 OK", file.length, "");
                out.write(file);
            }
            case Manner.Cut(byte[] file, int after, boolean knowsRanges) -> {
                int begin = knowsRanges ? from : 0;
                if (begin > 0) {
                    head(out, "206 Partial Content", file.length - begin, range(begin, file));
                } else {
                    head(out, "200 OK", file.length, "");
                }
                out.write(Arrays.copyOfRange(file, begin, Math.min(file.length, begin + after)));
            }
            case Manner.WrongPart(byte[] file) -> {
                head(out, from > 0 ? "206 Partial Content" : "200 OK", file.length, from > 0 ? range(0, file) : "");
                out.write(file, 0, from > 0 ? file.length : file.length / 2);
            }
            case Manner.Silent() -> pause(60_000);
            case Manner.Slow(byte[] file) -> {
                head(out, "200 OK", file.length, "");
                for (byte b : file) {
                    out.write(b);
                    out.flush();
                    pause(20);
                }
            }
        }
        out.flush();
    }

    private static String range(int begin, byte[] file) {
        return "Content-Range: bytes " + begin + "-" + (file.length - 1) + "/" + file.length + "\r\n";
    }

    private static void head(OutputStream out, String status, long length, String more) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + length + "\r\n" + more + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
