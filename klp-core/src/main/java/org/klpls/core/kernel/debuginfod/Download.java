package org.klpls.core.kernel.debuginfod;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Fetches one file into a part, which may be there from an earlier try: then what is missing of it is asked for. */
final class Download {
    private static final int BUFFER = 1 << 16;
    /** How often a connection that was cut is taken up again at once. */
    private static final int TRIES = 3;

    private final URI url;
    private final Path part;
    private final DownloadLimits limits;
    private final Listener listener;

    Download(URI url, Path part, DownloadLimits limits, Listener listener) {
        this.url = url;
        this.part = part;
        this.limits = limits;
        this.listener = listener;
    }

    /** Told while bytes come in; total is 0 where it is not known. */
    interface Listener {
        void got(long bytes, long total);
    }

    sealed interface Outcome {
        record Whole() implements Outcome {}

        /** Why not: a clause that follows the server's name. */
        record Failure(String reason) implements Outcome {}
    }

    static URI url(URI server, String buildId) {
        String base = server.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "buildid/" + buildId + "/debuginfo");
    }

    Outcome run() {
        String reason = "";
        for (int i = 0; i < TRIES; i++) {
            long before = size();
            try {
                return once();
            } catch (SocketTimeoutException _) {
                return new Outcome.Failure("did not answer in " + limits.patience().toSeconds() + " s");
            } catch (IOException e) {
                reason = size() > 0 ? "cut the connection" : "cannot be reached: " + e.getMessage();
                if (size() <= before) {
                    break;
                }
            }
        }
        return new Outcome.Failure(reason);
    }

    private long size() {
        try {
            return Files.isRegularFile(part) ? Files.size(part) : 0;
        } catch (IOException _) {
            return 0;
        }
    }

    private Outcome once() throws IOException {
        long have = size();
        URLConnection opened = url.toURL().openConnection();
        if (!(opened instanceof HttpURLConnection connection)) {
            return new Outcome.Failure("is no http or https server");
        }
        try {
            connection.setConnectTimeout((int) limits.patience().toMillis());
            connection.setReadTimeout((int) limits.patience().toMillis());
            connection.setRequestProperty("User-Agent", "klpls");
            if (have > 0) {
                connection.setRequestProperty("Range", "bytes=" + have + "-");
            }
            return answered(connection, have);
        } finally {
            connection.disconnect();
        }
    }

    private Outcome answered(HttpURLConnection connection, long have) throws IOException {
        int status = connection.getResponseCode();
        return switch (status) {
            case HttpURLConnection.HTTP_OK -> receive(connection, 0);
            case HttpURLConnection.HTTP_PARTIAL -> isContinued(connection, have)
                    ? receive(connection, have)
                    : again("answered with another part than was asked for");
            // 416: the part is as long as the file, or longer; that it is the whole file is not known
            case 416 -> again("has no more than what is there already");
            case HttpURLConnection.HTTP_NOT_FOUND -> new Outcome.Failure("does not have it");
            default -> new Outcome.Failure("answered with status " + status);
        };
    }

    private static boolean isContinued(HttpURLConnection connection, long have) {
        String range = connection.getHeaderField("Content-Range");
        return have > 0 && range != null && range.startsWith("bytes " + have + "-");
    }

    private Outcome again(String reason) throws IOException {
        Files.deleteIfExists(part);
        return new Outcome.Failure(reason + "; the next try begins anew");
    }

    private Outcome receive(HttpURLConnection connection, long from) throws IOException {
        long length = connection.getContentLengthLong();
        long total = length < 0 ? told(connection) : from + length;
        if (total > limits.most()) {
            return new Outcome.Failure("offers " + total + " bytes, more than are fetched");
        }
        long got = from;
        try (InputStream in = connection.getInputStream();
                OutputStream out = from == 0
                        ? Files.newOutputStream(part)
                        : Files.newOutputStream(part, StandardOpenOption.APPEND)) {
            byte[] buffer = new byte[BUFFER];
            long windowEnd = System.nanoTime() + limits.patience().toNanos();
            long windowStart = got;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                got += n;
                listener.got(got, total);
                if (got > limits.most()) {
                    return new Outcome.Failure("sends more bytes than are fetched");
                }
                if (System.nanoTime() - windowEnd > 0) {
                    if (got - windowStart < limits.least()) {
                        return new Outcome.Failure("is too slow: " + (got - windowStart) + " bytes in "
                                + limits.patience().toSeconds() + " s");
                    }
                    windowEnd = System.nanoTime() + limits.patience().toNanos();
                    windowStart = got;
                }
            }
        }
        if (length >= 0 && got < from + length) {
            throw new IOException("the connection was cut");
        }
        return new Outcome.Whole();
    }

    /** For the eye only. */
    private static long told(HttpURLConnection connection) {
        return Math.max(0, connection.getHeaderFieldLong("X-DEBUGINFOD-SIZE", 0));
    }
}
