package org.klpls.server.lsp;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server's own threads, bounded in number. Checks and requests have separate ones: a hover never waits for a check.
 * All are daemons, so that none keeps the process when the client is gone.
 */
final class ServerThreads implements AutoCloseable {
    /** A parser descends once for each level of nesting in the source: room for far more than anybody writes. */
    private static final long STACK_BYTES = 64L << 20;
    private static final long LAST_WORDS_MS = 1000;

    private final ScheduledExecutorService checks = Executors.newScheduledThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()), named("check"));
    private final ExecutorService requests = Executors.newFixedThreadPool(2, named("request"));
    /** One reads messages; one waits for the stream's end. */
    private final ExecutorService reader = Executors.newFixedThreadPool(2, named("reader"));
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(named("watch"));

    ScheduledExecutorService checks() {
        return checks;
    }

    ExecutorService requests() {
        return requests;
    }

    ExecutorService reader() {
        return reader;
    }

    ScheduledExecutorService watch() {
        return watch;
    }

    /** Lets what runs end, within reason: a message that is being written is written whole. */
    @Override
    public void close() {
        watch.shutdownNow();
        checks.shutdown();
        requests.shutdown();
        try {
            checks.awaitTermination(LAST_WORDS_MS, TimeUnit.MILLISECONDS);
            requests.awaitTermination(LAST_WORDS_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        checks.shutdownNow();
        requests.shutdownNow();
        reader.shutdownNow();
    }

    private static ThreadFactory named(String what) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, "klpls-" + what + "-" + count.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        };
    }
}
